-- Instants are ISO 8601 text in UTC, dates are text, booleans are 0 and 1, lists and records that are read whole are JSON.

CREATE TABLE airports (
  code TEXT NOT NULL PRIMARY KEY,
  source_key TEXT NOT NULL,
  icao TEXT,
  name TEXT NOT NULL,
  city TEXT NOT NULL,
  city_key TEXT NOT NULL,
  country_code TEXT NOT NULL,
  subdivision TEXT,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  elevation_in_feet INTEGER,
  time_zone TEXT NOT NULL,
  size TEXT NOT NULL,
  scheduled_service INTEGER NOT NULL,
  keywords TEXT NOT NULL
);
CREATE UNIQUE INDEX airports_source_key ON airports (source_key);
CREATE INDEX airports_city_key ON airports (city_key);

-- Codes are used again over the years, so the source's key identifies an airline.
CREATE TABLE airlines (
  source_key TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  iata TEXT,
  icao TEXT,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  callsign TEXT,
  country_name TEXT,
  country_code TEXT,
  active INTEGER NOT NULL
);
CREATE INDEX airlines_code ON airlines (code, active);
CREATE INDEX airlines_icao ON airlines (icao);
CREATE INDEX airlines_name ON airlines (active, folded_name, source_key);

CREATE TABLE routes (
  id TEXT NOT NULL PRIMARY KEY,
  source_key TEXT NOT NULL,
  airline TEXT NOT NULL,
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  stops INTEGER NOT NULL,
  codeshare INTEGER NOT NULL,
  equipment TEXT NOT NULL
);
CREATE UNIQUE INDEX routes_source_key ON routes (source_key);
CREATE INDEX routes_origin ON routes (origin, destination, id);
CREATE INDEX routes_destination ON routes (destination, id);
CREATE INDEX routes_airline ON routes (airline, id);

-- Cities, airports and neighbourhoods. The id is made of kind and key, so it is the same wherever a place is met first.
CREATE TABLE places (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  place_key TEXT NOT NULL,
  city_key TEXT NOT NULL,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  airport_code TEXT,
  country_code TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  weight INTEGER NOT NULL,
  other_names TEXT NOT NULL
);
CREATE INDEX places_city_key ON places (city_key, kind);

-- Counts changes of airports and places, so that what is kept in memory knows when it is old.
CREATE TABLE revisions (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
);

-- What all kinds share; `details` holds what only one kind has and is always read and written whole.
CREATE TABLE listings (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  source_key TEXT,
  owner_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  city TEXT NOT NULL,
  city_key TEXT NOT NULL,
  country_code TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  from_price_minor INTEGER,
  cancellation TEXT NOT NULL,
  instant_book INTEGER NOT NULL,
  source_rating REAL,
  source_review_count INTEGER NOT NULL,
  own_rating_sum INTEGER NOT NULL,
  own_review_count INTEGER NOT NULL,
  details TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX listings_source_key ON listings (source_key);
CREATE INDEX listings_owner ON listings (owner_id, kind, id);
CREATE INDEX listings_city ON listings (city_key, kind);

-- What a source's nights and an owner's prices say, date by date from `first_date` on.
CREATE TABLE stay_calendars (
  listing_id TEXT NOT NULL PRIMARY KEY,
  first_date TEXT NOT NULL,
  nights TEXT NOT NULL
);

-- The stock of a segment departure, shared by every itinerary that flies on it.
CREATE TABLE departures (
  resource TEXT NOT NULL,
  cabin TEXT NOT NULL,
  capacity INTEGER NOT NULL,
  owner_id TEXT NOT NULL,
  PRIMARY KEY (resource, cabin)
);

-- The three search tables are projections of published listings, written in the same transaction.
CREATE TABLE flight_search (
  listing_id TEXT NOT NULL PRIMARY KEY,
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  departs_on TEXT NOT NULL,
  departs_at TEXT NOT NULL,
  departs_instant INTEGER NOT NULL,
  arrives_instant INTEGER NOT NULL,
  duration_in_minutes INTEGER NOT NULL,
  stops INTEGER NOT NULL,
  carriers TEXT NOT NULL,
  currency TEXT NOT NULL,
  legs TEXT NOT NULL,
  fares TEXT NOT NULL
);
CREATE INDEX flight_search_route ON flight_search (origin, destination, departs_on);
CREATE INDEX flight_search_origin ON flight_search (origin, departs_on);
CREATE INDEX flight_search_destination ON flight_search (destination, departs_on);

CREATE TABLE stay_search (
  listing_id TEXT NOT NULL PRIMARY KEY,
  city_key TEXT NOT NULL,
  area_key TEXT NOT NULL,
  area TEXT NOT NULL,
  neighbourhood_key TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  time_zone TEXT NOT NULL,
  stay_type TEXT NOT NULL,
  amenities TEXT NOT NULL,
  rating REAL,
  free_cancellation INTEGER NOT NULL,
  currency TEXT NOT NULL,
  cleaning_fee_minor INTEGER NOT NULL,
  tax_per_mille INTEGER NOT NULL,
  min_nights INTEGER NOT NULL,
  max_nights INTEGER NOT NULL,
  special_min_nights TEXT
);
CREATE INDEX stay_search_city ON stay_search (city_key);
CREATE INDEX stay_search_box ON stay_search (latitude, longitude);

-- `prices` are 64-bit floats of whole minor units from `calendar_from` on, -1 where the night is closed. A night outside of them costs
-- `base_minor` when there is one and the night lies in [open_from, open_until).
CREATE TABLE stay_rooms (
  resource TEXT NOT NULL PRIMARY KEY,
  listing_id TEXT NOT NULL,
  room_key TEXT NOT NULL,
  max_guests INTEGER NOT NULL,
  units INTEGER NOT NULL,
  base_minor INTEGER,
  open_from TEXT NOT NULL,
  open_until TEXT NOT NULL,
  calendar_from TEXT,
  prices BLOB
);
CREATE INDEX stay_rooms_listing ON stay_rooms (listing_id);

CREATE TABLE car_search (
  listing_id TEXT NOT NULL PRIMARY KEY,
  resource TEXT NOT NULL,
  city_key TEXT NOT NULL,
  airport TEXT,
  time_zone TEXT NOT NULL,
  car_class TEXT NOT NULL,
  seats INTEGER NOT NULL,
  transmission TEXT,
  fuel TEXT,
  rating REAL,
  currency TEXT NOT NULL,
  daily_minor INTEGER NOT NULL,
  service_fee_minor INTEGER NOT NULL,
  tax_per_mille INTEGER NOT NULL,
  units INTEGER NOT NULL,
  available_from TEXT NOT NULL,
  available_until TEXT NOT NULL
);
CREATE INDEX car_search_city ON car_search (city_key);
CREATE INDEX car_search_airport ON car_search (airport);

-- What bookings said is left, by resource and local date. No row: nothing was ever taken.
CREATE TABLE availability (
  resource TEXT NOT NULL,
  slot TEXT NOT NULL,
  capacity INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  PRIMARY KEY (resource, slot)
);

-- Hashes of records that were taken in, per source key and richness of the file.
CREATE TABLE intake_rows (
  source_key TEXT NOT NULL,
  richness INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  PRIMARY KEY (source_key, richness)
);

CREATE TABLE intake_state (
  state_key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- The public profiles of accounts, as users announces them.
CREATE TABLE authors (
  user_id TEXT NOT NULL PRIMARY KEY,
  public_profile_id TEXT NOT NULL
);

-- `pending_text` is what the guest wrote, as JSON, until the handler of review.posted has stored the document.
CREATE TABLE reviews (
  id TEXT NOT NULL PRIMARY KEY,
  listing_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  source_key TEXT,
  version INTEGER NOT NULL,
  rating INTEGER NOT NULL,
  posted_at TEXT NOT NULL,
  stayed_at TEXT,
  pending_text TEXT
);
CREATE INDEX reviews_listing ON reviews (listing_id, posted_at, id);
CREATE UNIQUE INDEX reviews_author ON reviews (author_id, listing_id);
CREATE UNIQUE INDEX reviews_source_key ON reviews (source_key);

-- Documents, which a document store holds in a distributed installation.
CREATE TABLE review_documents (
  review_id TEXT NOT NULL PRIMARY KEY,
  author_name TEXT,
  title TEXT,
  body TEXT NOT NULL
);
CREATE TABLE image_documents (
  listing_id TEXT NOT NULL PRIMARY KEY,
  images TEXT NOT NULL
);
