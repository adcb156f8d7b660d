-- Under which codes there is an airport, from the events of listings. A row stays, with `known` 0, when there is none any more: an
-- event that comes late cannot bring it back.
CREATE TABLE airports (
  code TEXT PRIMARY KEY NOT NULL,
  known INTEGER NOT NULL,
  sequence INTEGER NOT NULL
);
