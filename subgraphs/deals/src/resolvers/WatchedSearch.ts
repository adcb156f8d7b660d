import type { SavedSearch } from '../domain/saved-search.ts';

export const WatchedSearch = {
  origin: (search: SavedSearch) => (search.kind === 'FLIGHT' ? search.origin : null),
  destination: (search: SavedSearch) => (search.kind === 'FLIGHT' ? search.destination : null),
  cabin: (search: SavedSearch) => (search.kind === 'FLIGHT' ? search.cabin : null),
  maxStops: (search: SavedSearch) => (search.kind === 'FLIGHT' ? search.maxStops : null),
  city: (search: SavedSearch) => (search.kind === 'FLIGHT' ? null : search.city),
  countryCode: (search: SavedSearch) => (search.kind === 'FLIGHT' ? null : search.countryCode),
  stayType: (search: SavedSearch) => (search.kind === 'STAY' ? search.variant : null),
  carClass: (search: SavedSearch) => (search.kind === 'CAR' ? search.variant : null),
};
