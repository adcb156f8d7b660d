-- Which searches anybody watches, and what was found by each when a change was last held against its watches.
-- `search_id` is the same for searches that find the same, however their city is spelled.
CREATE TABLE watched_searches (
  search_id TEXT PRIMARY KEY NOT NULL,
  search_key TEXT NOT NULL,
  search TEXT NOT NULL,
  seen TEXT
);
CREATE INDEX watched_searches_key ON watched_searches (search_key);
ALTER TABLE price_watches ADD COLUMN search_id TEXT;
UPDATE price_watches SET search_id = search_key
  || '|' || coalesce(json_extract(search, '$.cabin'), json_extract(search, '$.countryCode'), '')
  || '|' || coalesce(json_extract(search, '$.maxStops'), json_extract(search, '$.variant'), '')
  WHERE search IS NOT NULL;
INSERT INTO watched_searches (search_id, search_key, search)
  SELECT search_id, MIN(search_key), MIN(search) FROM price_watches WHERE search_id IS NOT NULL GROUP BY search_id;
DROP INDEX price_watches_search;
CREATE INDEX price_watches_search ON price_watches (search_id, id);

-- Evaluations up to this number were begun before the watch's rules were made, and do not concern it.
ALTER TABLE price_watches ADD COLUMN starts_behind INTEGER NOT NULL DEFAULT 0;

-- What watches are still to be held against, part by part in the order of their ids: those behind `after_id` have not been. Within a
-- queue in the order of the numbers.
CREATE TABLE watch_evaluations (
  number INTEGER PRIMARY KEY NOT NULL,
  queue TEXT NOT NULL,
  content TEXT NOT NULL,
  after_id TEXT NOT NULL
);
CREATE INDEX watch_evaluations_queue ON watch_evaluations (queue, number);

-- Which watches on a listing ask for the stock of a resource.
ALTER TABLE watch_resources RENAME TO watch_resources_before;
DROP INDEX watch_resources_watch;
CREATE TABLE watch_resources (
  resource TEXT NOT NULL,
  listing_id TEXT NOT NULL,
  watch_id TEXT NOT NULL,
  PRIMARY KEY (resource, listing_id, watch_id)
);
CREATE INDEX watch_resources_watch ON watch_resources (watch_id);
INSERT INTO watch_resources (resource, listing_id, watch_id)
  SELECT r.resource, w.listing_id, w.id FROM watch_resources_before r JOIN price_watches w ON w.id = r.watch_id
  WHERE w.listing_id IS NOT NULL;
DROP TABLE watch_resources_before;
