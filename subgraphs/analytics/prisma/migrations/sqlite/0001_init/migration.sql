-- What a document store will hold later: each row is written alone, and carries what makes a second write harmless.

-- Events as they came, each once: the first delivery of an id stands, with its position. Kept for some days.
CREATE TABLE raw_events (
  event_id TEXT NOT NULL PRIMARY KEY,
  topic TEXT NOT NULL,
  log_partition INTEGER NOT NULL,
  log_offset INTEGER NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  appended_at INTEGER NOT NULL,
  value TEXT NOT NULL
);
CREATE UNIQUE INDEX raw_events_position_key ON raw_events (topic, log_partition, log_offset);
CREATE INDEX raw_events_appended_at_idx ON raw_events (appended_at);

-- From which offset on raw events are kept, per partition. Written before the older ones are removed.
CREATE TABLE raw_event_horizons (
  topic TEXT NOT NULL,
  log_partition INTEGER NOT NULL,
  kept_from INTEGER NOT NULL,
  PRIMARY KEY (topic, log_partition)
);

-- Versions of events that this release cannot read, until one comes that can.
CREATE TABLE parked_records (
  event_id TEXT NOT NULL PRIMARY KEY,
  topic TEXT NOT NULL,
  event_key TEXT NOT NULL,
  dataschema TEXT NOT NULL,
  value TEXT NOT NULL
);

-- One life of this data: cursors of another one are foreign.
CREATE TABLE analytics_epoch (
  id INTEGER NOT NULL PRIMARY KEY,
  epoch TEXT NOT NULL
);

-- Rollups. A row is what one partition has contributed to one key: it carries the last offset that it contains.
CREATE TABLE event_rollups (
  topic TEXT NOT NULL,
  log_partition INTEGER NOT NULL,
  rollup_key TEXT NOT NULL,
  last_offset INTEGER NOT NULL,
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (topic, log_partition, rollup_key)
);
CREATE INDEX event_rollups_day_idx ON event_rollups (day);

CREATE TABLE revenue_rollups (
  topic TEXT NOT NULL,
  log_partition INTEGER NOT NULL,
  rollup_key TEXT NOT NULL,
  last_offset INTEGER NOT NULL,
  grouping TEXT NOT NULL,
  group_key TEXT NOT NULL,
  day TEXT NOT NULL,
  currency TEXT NOT NULL,
  bookings INTEGER NOT NULL,
  cancellations INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  PRIMARY KEY (topic, log_partition, rollup_key)
);
CREATE INDEX revenue_rollups_grouping_day_idx ON revenue_rollups (grouping, day);

CREATE TABLE listing_rollups (
  topic TEXT NOT NULL,
  log_partition INTEGER NOT NULL,
  rollup_key TEXT NOT NULL,
  last_offset INTEGER NOT NULL,
  listing_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  views INTEGER NOT NULL,
  bookings INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  PRIMARY KEY (topic, log_partition, rollup_key)
);
CREATE INDEX listing_rollups_listing_id_idx ON listing_rollups (listing_id);

-- Under which public profile the owner of a listing is shown.
CREATE TABLE vendor_profiles (
  user_id TEXT NOT NULL PRIMARY KEY,
  public_profile_id TEXT NOT NULL
);
