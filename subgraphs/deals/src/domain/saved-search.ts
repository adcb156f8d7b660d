import type { Cabin, CarClass, ListingKind, StayType } from './listing-facts.ts';

/** A city, of one country or of any. */
type Place = Readonly<{ city: string; countryCode: string | null }>;

/** What a watch on a search looks for, on any date. */
export type SavedSearch =
  | Readonly<{
      kind: 'FLIGHT';
      origin: string;
      destination: string;
      cabin: Cabin;
      /** Null: any number. */
      maxStops: number | null;
    }>
  | (Place & Readonly<{ kind: 'STAY'; variant: StayType | null }>)
  | (Place & Readonly<{ kind: 'CAR'; variant: CarClass | null }>);

/** Texts of places compare without case, accents and outer spaces. */
export const placeSlug = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();

/** Watches and listings of one key meet; what else a search asks for is checked on those. */
export const flightSearchKey = (origin: string, destination: string): string => `FLIGHT|${origin}|${destination}`;
/** The key of searches for stays or cars in a city. */
export const placeSearchKey = (kind: Exclude<ListingKind, 'FLIGHT'>, city: string): string =>
  `${kind}|${placeSlug(city)}`;

/** The key under which a search meets listings. */
export const searchKeyOf = (search: SavedSearch): string =>
  search.kind === 'FLIGHT'
    ? flightSearchKey(search.origin, search.destination)
    : placeSearchKey(search.kind, search.city);

/** The same for searches that find the same, however their city is spelled. So few share a key, whoever makes them. */
export const searchIdOf = (search: SavedSearch): string =>
  [
    searchKeyOf(search),
    ...(search.kind === 'FLIGHT' ? [search.cabin, search.maxStops] : [search.countryCode, search.variant]),
  ]
    .map((part) => part ?? '')
    .join('|');
