-- Instants are epoch milliseconds, amounts integer minor units.

CREATE TABLE store_identity (
  id INTEGER PRIMARY KEY NOT NULL,
  epoch TEXT NOT NULL
);

-- What deals knows of listings, from their events.
CREATE TABLE listings (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  live INTEGER NOT NULL,
  observed_key TEXT,
  observed_price_minor INTEGER,
  facts TEXT NOT NULL
);

CREATE TABLE listing_prices (
  listing_id TEXT NOT NULL,
  variant TEXT NOT NULL,
  search_key TEXT NOT NULL,
  country_code TEXT NOT NULL,
  stops INTEGER NOT NULL,
  departs_at INTEGER NOT NULL,
  basis_minor INTEGER NOT NULL,
  price_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  PRIMARY KEY (listing_id, variant)
);
CREATE INDEX listing_prices_search ON listing_prices (search_key, basis_minor, listing_id);

CREATE TABLE price_observations (
  observation_id TEXT PRIMARY KEY NOT NULL,
  content_hash TEXT NOT NULL,
  comparable_key TEXT NOT NULL,
  observed_at INTEGER NOT NULL,
  basis_minor INTEGER,
  price_minor INTEGER,
  currency TEXT,
  listing_id TEXT,
  source TEXT NOT NULL,
  travel_date TEXT,
  lead_time_in_days INTEGER,
  demand TEXT
);
CREATE INDEX price_observations_window ON price_observations (comparable_key, observed_at, basis_minor, observation_id);

CREATE TABLE stock_levels (
  resource TEXT NOT NULL,
  slot TEXT NOT NULL,
  remaining INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (resource, slot)
);

CREATE TABLE price_watches (
  id TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL,
  target TEXT NOT NULL,
  listing_id TEXT,
  search_key TEXT,
  search TEXT,
  threshold_minor INTEGER,
  threshold_currency TEXT,
  stock_below INTEGER,
  price_phase TEXT NOT NULL,
  price_lowest INTEGER,
  stock_phase TEXT NOT NULL,
  stock_lowest INTEGER,
  last_price_minor INTEGER,
  last_price_currency TEXT,
  last_stock INTEGER,
  snapshot TEXT,
  created_at INTEGER NOT NULL,
  effective_at INTEGER NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX price_watches_listing ON price_watches (listing_id);
CREATE INDEX price_watches_search ON price_watches (search_key);
CREATE INDEX price_watches_user ON price_watches (user_id, id);

-- Which watches ask for the stock of a resource.
CREATE TABLE watch_resources (
  resource TEXT NOT NULL,
  watch_id TEXT NOT NULL,
  PRIMARY KEY (resource, watch_id)
);
CREATE INDEX watch_resources_watch ON watch_resources (watch_id);

CREATE TABLE alerts (
  id TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  watch_id TEXT NOT NULL,
  listing_id TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  reason TEXT NOT NULL,
  price_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  previous_price_minor INTEGER,
  previous_currency TEXT,
  stock INTEGER,
  observed_at INTEGER NOT NULL,
  detected_at INTEGER NOT NULL,
  delivered_at INTEGER,
  read_at INTEGER
);
CREATE UNIQUE INDEX alerts_user ON alerts (user_id, sequence);
CREATE INDEX alerts_unread ON alerts (user_id, read_at, sequence);
CREATE INDEX alerts_age ON alerts (detected_at);

-- The last position of each stream, and the last one that is no longer kept. `deals` is broad; `alerts:<user>` are personal.
CREATE TABLE streams (
  name TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  pruned_through INTEGER NOT NULL
);

CREATE TABLE deals (
  id TEXT PRIMARY KEY NOT NULL,
  listing_id TEXT NOT NULL,
  listing_version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  grade TEXT NOT NULL,
  score INTEGER NOT NULL,
  discount_percent REAL NOT NULL,
  basis_price_minor INTEGER NOT NULL,
  city_key TEXT NOT NULL,
  city TEXT NOT NULL,
  origin TEXT,
  destination TEXT,
  published_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL
);
CREATE INDEX deals_listing ON deals (listing_id, status);
CREATE INDEX deals_status ON deals (status, ends_at);

CREATE TABLE deal_tags (
  deal_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (deal_id, tag)
);

-- Which deals take the stock of a resource, while they hold.
CREATE TABLE deal_resources (
  resource TEXT NOT NULL,
  deal_id TEXT NOT NULL,
  PRIMARY KEY (resource, deal_id)
);
CREATE INDEX deal_resources_deal ON deal_resources (deal_id);

-- What was published, by position: gapless, assigned in the transaction that publishes.
CREATE TABLE deal_publications (
  position INTEGER PRIMARY KEY NOT NULL,
  deal_id TEXT NOT NULL,
  published_at INTEGER NOT NULL
);
CREATE INDEX deal_publications_age ON deal_publications (published_at);
