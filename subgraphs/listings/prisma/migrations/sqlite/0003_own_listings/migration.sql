-- An owner's listings are listed the newest first, whatever their kind.
DROP INDEX listings_owner;
CREATE INDEX listings_owner ON listings (owner_id, created_at, id);
