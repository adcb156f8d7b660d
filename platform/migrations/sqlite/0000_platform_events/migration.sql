-- Events on their way out. `lane` groups keys: one relay at a time publishes a lane, which keeps the order of each key.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  lane INTEGER NOT NULL,
  topic TEXT NOT NULL,
  event_key TEXT NOT NULL,
  event_id TEXT NOT NULL,
  value TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  published_at INTEGER
);
-- Finds what waits (NULL) in order, and what may be pruned.
CREATE INDEX outbox_published ON outbox (published_at, id);

-- Which relay publishes a lane, and until when (epoch milliseconds) unless it renews.
CREATE TABLE outbox_lease (
  lane INTEGER PRIMARY KEY,
  owner TEXT NOT NULL,
  expires_at INTEGER NOT NULL
);

-- Which events a consumer group has applied. Written in the transaction of the effect.
CREATE TABLE inbox (
  consumer_group TEXT NOT NULL,
  event_id TEXT NOT NULL,
  claimed_at INTEGER NOT NULL,
  PRIMARY KEY (consumer_group, event_id)
) WITHOUT ROWID;
CREATE INDEX inbox_claimed ON inbox (claimed_at);

-- Events whose type is known and whose version is not: kept until a release that knows it.
CREATE TABLE parked_events (
  consumer_group TEXT NOT NULL,
  event_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  log_partition INTEGER NOT NULL,
  log_offset INTEGER NOT NULL,
  event_key TEXT NOT NULL,
  dataschema TEXT NOT NULL,
  value TEXT NOT NULL,
  parked_at INTEGER NOT NULL,
  PRIMARY KEY (consumer_group, event_id)
);
CREATE INDEX parked_events_schema ON parked_events (consumer_group, dataschema);
