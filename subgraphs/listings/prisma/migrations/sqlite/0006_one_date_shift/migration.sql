-- A data set has one date shift now, where each period of years had its own: the one of its first import stays.
INSERT OR IGNORE INTO intake_state (state_key, value)
  SELECT 'travel-shift:' || substr(state_key, 12, length(state_key) - 13),
    json_object('inDays', json_extract(value, '$.travelInDays'))
  FROM intake_state WHERE state_key LIKE 'date-shift:%:1';
INSERT OR IGNORE INTO intake_state (state_key, value)
  SELECT 'observed-shift:' || substr(state_key, 12, length(state_key) - 13),
    json_object('inDays', json_extract(value, '$.observedInDays'), 'until', json_extract(value, '$.importedOn'))
  FROM intake_state WHERE state_key LIKE 'date-shift:%:1';
DELETE FROM intake_state WHERE state_key LIKE 'date-shift:%';
