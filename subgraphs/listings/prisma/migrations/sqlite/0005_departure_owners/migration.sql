-- Who counts the seats of a departure that itineraries share. How many it has, bookings knows: the most that any of them tells.
CREATE TABLE departure_owners (
  resource TEXT NOT NULL PRIMARY KEY,
  owner_id TEXT NOT NULL
);
INSERT INTO departure_owners (resource, owner_id) SELECT resource, MIN(owner_id) FROM departures GROUP BY resource;
DROP TABLE departures;
