-- What services tell of their own work, kept for some days.
CREATE TABLE log_records (
  id TEXT NOT NULL PRIMARY KEY,
  logged_at TEXT NOT NULL,
  severity INTEGER NOT NULL,
  service TEXT NOT NULL,
  request_id TEXT,
  message TEXT NOT NULL,
  fields TEXT NOT NULL
);
CREATE INDEX log_records_logged_at_id_idx ON log_records (logged_at, id);
CREATE INDEX log_records_request_id_idx ON log_records (request_id);
