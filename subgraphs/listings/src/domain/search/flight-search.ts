import type { Converter } from '@meridian/platform/values/exchange';
import { fareTotal, type Party, partySize } from '../flight-price.ts';
import type { Cabin } from '../listing.ts';
import { type Choice, choose, type FilterGroup, priceFilter } from './choose.ts';

/** A fare as a search needs it. */
export type CandidateFare = Readonly<{
  id: string;
  cabin: Cabin;
  segmentCabins: readonly Cabin[];
  priceMinor: number;
  taxMinor: number;
  feeMinor: number;
  limit: number;
  refundable: boolean;
}>;

/** A flight as a search needs it. Instants are epoch milliseconds. */
export type FlightCandidate = Readonly<{
  id: string;
  origin: string;
  destination: string;
  /** Local, `2026-12-01T09:30`. */
  departsAt: string;
  departsInstant: number;
  arrivesInstant: number;
  durationInMinutes: number;
  stops: number;
  carriers: readonly string[];
  currency: string;
  /** Each segment's stock: its resource and local departure date. */
  legs: readonly Readonly<{ resource: string; date: string }>[];
  fares: readonly CandidateFare[];
}>;

/** Quarters of the day, from midnight on. */
export const departureWindows = ['NIGHT', 'MORNING', 'AFTERNOON', 'EVENING'] as const;
/** A quarter of the day. */
export type DepartureWindow = (typeof departureWindows)[number];

/** The part of the day in which a local time lies. */
export function windowOf(localDateTime: string): DepartureWindow {
  const hour = Number(localDateTime.slice(11, 13));
  return departureWindows[Math.floor(hour / 6)] ?? 'NIGHT';
}

/** Filters as a search sets them; what is undefined filters nothing. Prices are totals in the searcher's currency. */
export type FlightFilter = Readonly<{
  cabins?: readonly Cabin[];
  maxStops?: number;
  stops?: readonly number[];
  carriers?: readonly string[];
  departureWindows?: readonly DepartureWindow[];
  departsAfter?: string;
  departsBefore?: string;
  refundable?: boolean;
  minPriceMinor?: number;
  maxPriceMinor?: number;
}>;

/** What of a slot is left, as bookings last said; undefined when nothing was ever taken of it. */
export type RemainingStock = (resource: string, slot: string) => number | undefined;

/** A way back that goes with a candidate: its cost in the searcher's currency, undefined when there is none. */
export type WayBack = (candidate: FlightCandidate) => number | undefined;

/** A fare that can be had, with what it costs. */
export type FlightOption = Readonly<{
  fare: CandidateFare;
  seatsLeft: number;
  /** For the whole party, in the listing's currency, one way. */
  totalMinor: number;
  comparableMinor: number;
}>;

/** What flights are searched with. With `wayBack`, totals are of both ways, and what none goes with is not found. */
export type FlightSearch = Readonly<{
  party: Party;
  filter: FlightFilter;
  converter: Converter;
  remaining: RemainingStock;
  wayBack?: WayBack;
}>;

/** Seats of a fare that are left: its limit, and what each cabin on the way has. */
function seatsLeft(candidate: FlightCandidate, fare: CandidateFare, remaining: RemainingStock): number {
  return candidate.legs.reduce((least, leg, index) => {
    const cabin = fare.segmentCabins[index] ?? fare.cabin;
    return Math.min(least, remaining(`${leg.resource}/${cabin}`, leg.date) ?? least);
  }, fare.limit);
}

function optionsOf(candidate: FlightCandidate, search: FlightSearch): FlightOption[] {
  const seats = partySize(search.party);
  const back = search.wayBack ? search.wayBack(candidate) : 0;
  if (back === undefined) return [];
  return candidate.fares.flatMap((fare) => {
    const left = seatsLeft(candidate, fare, search.remaining);
    if (left < seats) return [];
    const totalMinor = fareTotal(fare) * seats;
    const converted = search.converter.convert(totalMinor, candidate.currency);
    return [{ fare, seatsLeft: left, totalMinor, comparableMinor: (converted ?? Number.POSITIVE_INFINITY) + back }];
  });
}

const isIn = <Value>(list: readonly Value[] | undefined, value: Value): boolean =>
  list === undefined || list.includes(value);

function stopsPass({ stops, maxStops }: FlightFilter, count: number): boolean {
  return isIn(stops, count) && (maxStops === undefined || count <= maxStops);
}

function timePasses(filter: FlightFilter, departsAt: string): boolean {
  const time = departsAt.slice(11, 16);
  if (filter.departsAfter !== undefined && time < filter.departsAfter) return false;
  return filter.departsBefore === undefined || time <= filter.departsBefore;
}

type FlightGroup = FilterGroup<FlightCandidate, FlightOption>;

const groupsOf = (filter: FlightFilter): readonly FlightGroup[] => [
  {
    name: 'stops',
    passes: ({ stops }) => stopsPass(filter, stops),
    values: ({ stops }) => [String(stops)],
  },
  {
    name: 'carriers',
    passes: ({ carriers }) => filter.carriers === undefined || carriers.some((code) => filter.carriers?.includes(code)),
    values: ({ carriers }) => carriers,
  },
  {
    name: 'cabins',
    passes: (_, { fare }) => isIn(filter.cabins, fare.cabin),
    values: (_, { fare }) => [fare.cabin],
  },
  {
    name: 'departureWindows',
    passes: ({ departsAt }) => isIn(filter.departureWindows, windowOf(departsAt)),
    values: ({ departsAt }) => [windowOf(departsAt)],
  },
  { name: 'time', passes: ({ departsAt }) => timePasses(filter, departsAt) },
  {
    name: 'refundable',
    passes: (_, { fare }) => filter.refundable === undefined || fare.refundable === filter.refundable,
  },
  priceFilter(filter.minPriceMinor, filter.maxPriceMinor),
];

/** Finds flights that have seats for the party, each with its cheapest fare that passes, and counts facets. */
export const searchFlights = (
  candidates: readonly FlightCandidate[],
  search: FlightSearch,
): Choice<FlightCandidate, FlightOption> =>
  choose(
    candidates.map((candidate) => ({ candidate, options: optionsOf(candidate, search) })),
    groupsOf(search.filter),
  );

/** How flights are sorted, see {@link flightSortKey}. */
export type FlightSort = 'PRICE' | 'DURATION' | 'DEPARTURE' | 'ARRIVAL';

/** What flights are compared by, the lower the earlier. */
export function flightSortKey(sort: FlightSort, candidate: FlightCandidate, option: FlightOption): number {
  if (sort === 'PRICE') return option.comparableMinor;
  if (sort === 'DURATION') return candidate.durationInMinutes;
  return sort === 'DEPARTURE' ? candidate.departsInstant : candidate.arrivesInstant;
}

/** Time to change planes, or cities, before a way back may depart. */
const shortestVisitInMs = 60 * 60_000;

/** The ways back that depart after a candidate has landed, in the given order. */
export const waysBackAfter = <Way extends Readonly<{ candidate: FlightCandidate }>>(
  ways: readonly Way[],
  candidate: FlightCandidate,
): Way[] => ways.filter((way) => way.candidate.departsInstant >= candidate.arrivesInstant + shortestVisitInMs);
