-- Who has deleted the account: the id alone. Users and bookings are told of apart, so of somebody who is gone more may come late.
CREATE TABLE forgotten_users (user_id TEXT NOT NULL PRIMARY KEY);
