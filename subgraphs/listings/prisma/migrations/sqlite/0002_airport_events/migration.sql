-- How often what is told of a code has changed. It outlives the airport: a code that is given again goes on counting, so that
-- nobody takes the new airport for an old telling of the one before.
CREATE TABLE airport_versions (
  code TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL
);
INSERT INTO airport_versions (code, version) SELECT code, 1 FROM airports;

-- Other services learn from events which airports there are. Those that were stored before there were such events are told here,
-- as `airport.updated/1`, which never changes. An id that is made of the code is the same if a copy of this file is migrated, too.
-- The lane may be any: whoever hears two tellings of one code keeps the one with the higher version.
INSERT INTO outbox (lane, topic, event_key, event_id, value, created_at)
SELECT
  0,
  'listings',
  code,
  'evt_airportstoldonce000' || code,
  json_object(
    'specversion', '1.0',
    'id', 'evt_airportstoldonce000' || code,
    'source', '/meridian/listings',
    'type', 'airport.updated',
    'time', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    'subject', code,
    'datacontenttype', 'application/json',
    'dataschema', 'airport.updated/1',
    'partitionkey', code,
    'sequence', 1,
    'data', json_object(
      'code', code,
      'version', 1,
      'icao', icao,
      'airportName', name,
      'city', city,
      'countryCode', country_code,
      'subdivision', subdivision,
      'latitude', latitude,
      'longitude', longitude,
      'elevationInFeet', elevation_in_feet,
      'timeZone', time_zone,
      'size', size,
      'scheduledService', json(CASE scheduled_service WHEN 1 THEN 'true' ELSE 'false' END),
      'keywords', json(keywords)
    )
  ),
  CAST(strftime('%s', 'now') AS INTEGER) * 1000
FROM airports;
