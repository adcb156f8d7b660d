-- Any number of watches may look at one listing or search: they are read in parts, in the order of their ids.
DROP INDEX price_watches_listing;
DROP INDEX price_watches_search;
CREATE INDEX price_watches_listing ON price_watches (listing_id, id);
CREATE INDEX price_watches_search ON price_watches (search_key, id);
