import type { Converter } from '@meridian/platform/values/exchange';
import type { LocalDate } from '@meridian/platform/values/local-date';
import type { StayType } from '../listing.ts';
import { cheapestNight, pricesOfNights, type RoomRates } from '../night-rates.ts';
import { stayPrice } from '../stay-price.ts';
import { type Choice, choose, type FilterGroup, priceFilter } from './choose.ts';
import type { RemainingStock } from './flight-search.ts';
import { descendingPriceKey, ratingKey } from './sort-keys.ts';

/** A stay as a search needs it. */
export type StayCandidate = Readonly<{
  id: string;
  timeZone: string;
  stayType: StayType;
  areaKey: string;
  /** Keys, sorted. */
  amenities: readonly string[];
  rating: number | null;
  freeCancellation: boolean;
  currency: string;
  cleaningFeeMinor: number;
  taxPerMille: number;
  minNights: number;
  maxNights: number;
  /** Dates with a rule of their own for stays that begin on them: fewest and most nights. */
  specialLengths: ReadonlyMap<LocalDate, readonly [number | null, number | null]>;
  rooms: readonly RoomRates[];
}>;

/** Filters as a search sets them; what is undefined filters nothing. */
export type StayFilter = Readonly<{
  types?: readonly StayType[];
  minRating?: number;
  amenities?: readonly string[];
  areas?: readonly string[];
  freeCancellation?: boolean;
  minPriceMinor?: number;
  maxPriceMinor?: number;
}>;

/** What stays are searched with. */
export type StaySearch = Readonly<{
  /** Half-open; undefined searches for the cheapest single night. */
  dates?: Readonly<{ checkIn: LocalDate; checkOut: LocalDate }>;
  /** The date at a place; nights before it are past. */
  todayIn: (timeZone: string) => LocalDate;
  guests: number;
  rooms: number;
  filter: StayFilter;
  converter: Converter;
  remaining: RemainingStock;
}>;

/** A room type that can be had: `totalMinor` in its currency for all rooms, `comparableMinor` in the searcher's, infinite when no rate is known. */
export type StayOption = Readonly<{
  room: RoomRates;
  nights: readonly number[];
  totalMinor: number;
  comparableMinor: number;
}>;

/** The facet counts stays that are rated at least so well. */
export const ratingSteps = [3, 3.5, 4, 4.5] as const;

/** The prices of the nights that are asked for; undefined when one is closed or past, or the length does not fit. */
function nightsOfRoom(candidate: StayCandidate, room: RoomRates, search: StaySearch): readonly number[] | undefined {
  if (!search.dates) {
    const night = cheapestNight(room, search.todayIn(candidate.timeZone));
    return night && [night.priceMinor];
  }
  const { checkIn, checkOut } = search.dates;
  if (checkIn < search.todayIn(candidate.timeZone)) return undefined;
  const prices = pricesOfNights(room, checkIn, checkOut);
  return prices && lengthFits(candidate, checkIn, prices.length) ? prices : undefined;
}

function lengthFits(candidate: StayCandidate, checkIn: LocalDate, nights: number): boolean {
  const [least, most] = candidate.specialLengths.get(checkIn) ?? [null, null];
  return nights >= (least ?? candidate.minNights) && nights <= (most ?? candidate.maxNights);
}

function optionsOf(candidate: StayCandidate, search: StaySearch): StayOption[] {
  return candidate.rooms.flatMap((room) => {
    if (room.units < search.rooms || room.maxGuests * search.rooms < search.guests) return [];
    const nights = nightsOfRoom(candidate, room, search);
    if (nights === undefined) return [];
    const { totalMinor } = stayPrice(candidate, nights, search.rooms);
    const comparableMinor = search.converter.convert(totalMinor, candidate.currency) ?? Number.POSITIVE_INFINITY;
    return [{ room, nights, totalMinor, comparableMinor }];
  });
}

type StayGroup = FilterGroup<StayCandidate, StayOption>;

const groupsOf = (filter: StayFilter): readonly StayGroup[] => [
  {
    name: 'types',
    passes: ({ stayType }) => filter.types === undefined || filter.types.includes(stayType),
    values: ({ stayType }) => [stayType],
  },
  {
    name: 'amenities',
    passes: ({ amenities }) =>
      filter.amenities === undefined || filter.amenities.every((key) => amenities.includes(key)),
    values: ({ amenities }) => amenities,
  },
  {
    name: 'areas',
    passes: ({ areaKey }) => filter.areas === undefined || filter.areas.includes(areaKey),
    values: ({ areaKey }) => [areaKey],
  },
  {
    name: 'ratings',
    passes: ({ rating }) => filter.minRating === undefined || (rating !== null && rating >= filter.minRating),
    values: ({ rating }) => ratingSteps.filter((step) => rating !== null && rating >= step).map(String),
  },
  {
    name: 'freeCancellation',
    passes: ({ freeCancellation }) =>
      filter.freeCancellation === undefined || freeCancellation === filter.freeCancellation,
    values: ({ freeCancellation }) => [String(freeCancellation)],
  },
  priceFilter(filter.minPriceMinor, filter.maxPriceMinor),
];

const isLeft = (search: StaySearch, dates: readonly LocalDate[], room: RoomRates): boolean =>
  dates.every((date) => (search.remaining(room.resource, date) ?? Number.POSITIVE_INFINITY) >= search.rooms);

/** Finds stays that are open on every night, each with its cheapest room type that passes, and counts facets. */
export function searchStays(
  candidates: readonly StayCandidate[],
  search: StaySearch & Readonly<{ nights: readonly LocalDate[] }>,
): Choice<StayCandidate, StayOption> {
  const choosables = candidates.map((candidate) => ({
    candidate,
    options: optionsOf(candidate, search).filter(({ room }) => isLeft(search, search.nights, room)),
  }));
  return choose(choosables, groupsOf(search.filter));
}

/** How stays are sorted, see {@link staySortKey}. */
export type StaySort = 'PRICE' | 'PRICE_DESCENDING' | 'RATING';

/** What stays are compared by, the lower the earlier. */
export function staySortKey(sort: StaySort, candidate: StayCandidate, option: StayOption): number {
  if (sort === 'RATING') return ratingKey(candidate.rating);
  return sort === 'PRICE' ? option.comparableMinor : descendingPriceKey(option.comparableMinor);
}
