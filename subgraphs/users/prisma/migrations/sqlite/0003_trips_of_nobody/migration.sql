-- What was told late of accounts that are gone had come back.
DELETE FROM trips WHERE user_id NOT IN (SELECT id FROM users);
