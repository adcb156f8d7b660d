import type { WatchedSearchResolvers } from '../generated/resolvers-types.ts';

/** A search that is watched, its kinds in one shape: what does not belong to a kind is null. */
export const WatchedSearch: WatchedSearchResolvers = {
  origin: (search) => (search.kind === 'FLIGHT' ? search.origin : null),
  destination: (search) => (search.kind === 'FLIGHT' ? search.destination : null),
  cabin: (search) => (search.kind === 'FLIGHT' ? search.cabin : null),
  maxStops: (search) => (search.kind === 'FLIGHT' ? search.maxStops : null),
  city: (search) => (search.kind === 'FLIGHT' ? null : search.city),
  countryCode: (search) => (search.kind === 'FLIGHT' ? null : search.countryCode),
  stayType: (search) => (search.kind === 'STAY' ? search.variant : null),
  carClass: (search) => (search.kind === 'CAR' ? search.variant : null),
};
