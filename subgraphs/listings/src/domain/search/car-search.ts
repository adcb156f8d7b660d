import type { Converter } from '@meridian/platform/values/exchange';
import type { LocalDate } from '@meridian/platform/values/local-date';
import { carPrice, chargedDays, type Hire, touchedDays } from '../car-price.ts';
import type { CarClass, Fuel, Transmission } from '../listing.ts';
import { hireFits } from '../offer.ts';
import { type Choice, choose, type FilterGroup, priceFilter } from './choose.ts';
import type { RemainingStock } from './flight-search.ts';
import { descendingPriceKey, ratingKey } from './sort-keys.ts';

/** A car as a search needs it. */
export type CarCandidate = Readonly<{
  id: string;
  resource: string;
  timeZone: string;
  carClass: CarClass;
  seats: number;
  transmission: Transmission | null;
  fuel: Fuel | null;
  rating: number | null;
  currency: string;
  dailyPriceMinor: number;
  serviceFeeMinor: number;
  taxPerMille: number;
  units: number;
  availableFrom: LocalDate;
  availableUntil: LocalDate;
}>;

/** Filters as a search sets them; what is undefined filters nothing. */
export type CarFilter = Readonly<{
  classes?: readonly CarClass[];
  minSeats?: number;
  transmission?: Transmission;
  fuels?: readonly Fuel[];
  minPriceMinor?: number;
  maxPriceMinor?: number;
}>;

/** What cars are searched with. */
export type CarSearch = Readonly<{
  /** Undefined searches for one day at any time. */
  hire?: Hire;
  filter: CarFilter;
  converter: Converter;
  remaining: RemainingStock;
  now: number;
  /** The date at a place. */
  todayIn: (timeZone: string) => LocalDate;
}>;

/** What a car costs: `totalMinor` in its currency, `comparableMinor` in the searcher's, infinite when no rate is known. */
export type CarOption = Readonly<{ days: number; totalMinor: number; comparableMinor: number }>;

/** The facet counts cars with at least so many seats. */
export const seatSteps = [2, 4, 5, 7, 8] as const;

function isFree(candidate: CarCandidate, search: CarSearch): boolean {
  if (candidate.units < 1) return false;
  if (!search.hire) return candidate.availableUntil > search.todayIn(candidate.timeZone);
  if (!hireFits(candidate, search.hire, search.now)) return false;
  return touchedDays(search.hire).every((day) => (search.remaining(candidate.resource, day) ?? candidate.units) >= 1);
}

function optionsOf(candidate: CarCandidate, search: CarSearch): CarOption[] {
  if (!isFree(candidate, search)) return [];
  const days = search.hire ? chargedDays(search.hire, candidate.timeZone) : 1;
  const { totalMinor } = carPrice(candidate, days);
  const comparableMinor = search.converter.convert(totalMinor, candidate.currency) ?? Number.POSITIVE_INFINITY;
  return [{ days, totalMinor, comparableMinor }];
}

type CarGroup = FilterGroup<CarCandidate, CarOption>;

const groupsOf = (filter: CarFilter): readonly CarGroup[] => [
  {
    name: 'classes',
    passes: ({ carClass }) => filter.classes === undefined || filter.classes.includes(carClass),
    values: ({ carClass }) => [carClass],
  },
  {
    name: 'seats',
    passes: ({ seats }) => filter.minSeats === undefined || seats >= filter.minSeats,
    values: ({ seats }) => seatSteps.filter((step) => seats >= step).map(String),
  },
  {
    name: 'transmissions',
    passes: ({ transmission }) => filter.transmission === undefined || transmission === filter.transmission,
    values: ({ transmission }) => (transmission === null ? [] : [transmission]),
  },
  {
    name: 'fuels',
    passes: ({ fuel }) => filter.fuels === undefined || (fuel !== null && filter.fuels.includes(fuel)),
    values: ({ fuel }) => (fuel === null ? [] : [fuel]),
  },
  priceFilter(filter.minPriceMinor, filter.maxPriceMinor),
];

/** Finds cars that are free on every day of the hire, and counts facets. */
export const searchCars = (candidates: readonly CarCandidate[], search: CarSearch): Choice<CarCandidate, CarOption> =>
  choose(
    candidates.map((candidate) => ({ candidate, options: optionsOf(candidate, search) })),
    groupsOf(search.filter),
  );

/** How cars are sorted, see {@link carSortKey}. */
export type CarSort = 'PRICE' | 'PRICE_DESCENDING' | 'RATING' | 'SEATS';

/** What cars are compared by, the lower the earlier. */
export function carSortKey(sort: CarSort, candidate: CarCandidate, option: CarOption): number {
  if (sort === 'RATING') return ratingKey(candidate.rating);
  if (sort === 'SEATS') return -candidate.seats;
  return sort === 'PRICE' ? option.comparableMinor : descendingPriceKey(option.comparableMinor);
}
