CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY,
  public_profile_id TEXT NOT NULL,
  email TEXT,
  password_hash TEXT,
  roles TEXT NOT NULL,
  display_name TEXT NOT NULL,
  home_airport TEXT,
  country_code TEXT,
  currency TEXT NOT NULL,
  locale TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL
);
CREATE UNIQUE INDEX users_public_profile_id_key ON users (public_profile_id);
CREATE UNIQUE INDEX users_email_key ON users (email);
CREATE INDEX users_created_at_id_idx ON users (created_at, id);

CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_used_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT,
  end_reason TEXT
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);

CREATE TABLE refresh_tokens (
  hash TEXT NOT NULL PRIMARY KEY,
  session_id TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  rotated_at TEXT
);
CREATE INDEX refresh_tokens_session_id_idx ON refresh_tokens (session_id);

CREATE TABLE attempts (
  bucket TEXT NOT NULL PRIMARY KEY,
  taken INTEGER NOT NULL,
  window_ends_at TEXT NOT NULL
);
CREATE INDEX attempts_window_ends_at_idx ON attempts (window_ends_at);

CREATE TABLE trips (
  booking_id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL,
  state TEXT NOT NULL,
  sequence INTEGER NOT NULL
);
CREATE INDEX trips_user_id_state_idx ON trips (user_id, state);
