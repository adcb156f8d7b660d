-- A stream is one partition of one topic.
CREATE TABLE streams (
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  topic_partition INTEGER NOT NULL,
  next_offset INTEGER NOT NULL DEFAULT 0,
  UNIQUE (topic, topic_partition)
);

-- `id` is stream * 2^32 + offset: one integer, the rowid itself, finds and orders a record, without an index beside it.
CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  event_key TEXT NOT NULL,
  event_id TEXT NOT NULL,
  value TEXT NOT NULL,
  appended_at INTEGER NOT NULL
);

-- `generation` grows whenever members or partitions of the group change hands: members look again when it does.
CREATE TABLE consumer_groups (
  name TEXT PRIMARY KEY,
  generation INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE members (
  consumer_group TEXT NOT NULL,
  member TEXT NOT NULL,
  topics TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (consumer_group, member)
) WITHOUT ROWID;

-- How far a group is on a stream, and who reads it for the group. `epoch` grows with each owner: a commit names the epoch that
-- it was made under, so an owner that was taken for dead cannot move the offset.
CREATE TABLE group_streams (
  consumer_group TEXT NOT NULL,
  stream INTEGER NOT NULL,
  committed INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  epoch INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (consumer_group, stream)
) WITHOUT ROWID;
