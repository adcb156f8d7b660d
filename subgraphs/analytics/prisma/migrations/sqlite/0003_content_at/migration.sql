-- Content goes before the id does: an event that comes again when its content was forgotten must still be known.
-- NULL once the content is gone; so one index finds what is to go, and passes over what has gone.
ALTER TABLE raw_events ADD COLUMN content_at INTEGER;
UPDATE raw_events SET content_at = appended_at;
CREATE INDEX raw_events_content_at_idx ON raw_events (content_at);
