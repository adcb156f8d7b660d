-- Who has booked what, as bookings announces it: ids only. `version` is the booking's after the change that was told; `stands` says
-- whether it is confirmed or completed.
CREATE TABLE guests (
  booking_id TEXT NOT NULL,
  listing_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  stands INTEGER NOT NULL,
  PRIMARY KEY (booking_id, listing_id)
);
CREATE INDEX guests_user ON guests (user_id, listing_id);

-- Whether the author had booked the listing here. Nobody asked before, so of older reviews nobody knows.
ALTER TABLE reviews ADD COLUMN verified INTEGER NOT NULL DEFAULT 0;
