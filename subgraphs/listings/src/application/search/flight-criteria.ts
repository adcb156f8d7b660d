import { isLocalDate } from '@meridian/platform/values/local-date';
import { isClock } from '@meridian/platform/values/validation';
import type { Cabin } from '../../domain/listing.ts';
import { collectProblems, isBetween, type Problems } from '../../domain/problems.ts';
import type { DepartureWindow, FlightFilter } from '../../domain/search/flight-search.ts';
import { earliestDay } from './check-values.ts';
import { priceBounds } from './price-bounds.ts';

/** Which flights to find, as a caller says it. */
export type FlightCriteria = Readonly<{
  origin?: string;
  destination?: string;
  date?: string;
  returnDate?: string;
  adults: number;
  children: number;
  cabins?: readonly Cabin[];
  maxStops?: number;
  stops?: readonly number[];
  carriers?: readonly string[];
  minPrice?: string;
  maxPrice?: string;
  departureWindows?: readonly DepartureWindow[];
  departsAfter?: string;
  departsBefore?: string;
  refundable?: boolean;
  currency: string;
}>;

/** As sources have them: some know airlines by codes that are not, or no longer, IATA's. */
const airlineCode = /^[A-Z0-9]{2,3}$/;
const mostStops = 2;

function checkDates(problems: Problems, { date, returnDate }: FlightCriteria, now: number): void {
  problems.require(date === undefined || isLocalDate(date), 'input.date', 'Use a date such as 2027-03-01.');
  const isAhead = date === undefined || date >= earliestDay(now);
  problems.require(isAhead, 'input.date', 'The day of departure is over. Choose today or a later one.');
  problems.require(
    returnDate === undefined || isLocalDate(returnDate),
    'input.returnDate',
    'Use a date such as 2027-03-08.',
  );
  if (returnDate === undefined) return;
  problems.require(date !== undefined, 'input.date', 'A way back needs a date of departure too.');
  problems.require(
    date === undefined || returnDate >= date,
    'input.returnDate',
    'The way back is before the way out. Choose the same day or a later one.',
  );
}

function checkStops(problems: Problems, { stops, maxStops }: FlightCriteria): void {
  const isCount = (count: number) => isBetween(count, 0, mostStops);
  const message = `Flights have 0 to ${mostStops} stops.`;
  problems.require(maxStops === undefined || isCount(maxStops), 'input.maxStops', message);
  for (const [index, count] of (stops ?? []).entries())
    problems.require(isCount(count), `input.stops.${index}`, message);
  const isAny = stops === undefined || maxStops === undefined || stops.some((count) => count <= maxStops);
  problems.require(isAny, 'input.maxStops', 'All of `stops` are more than `maxStops`. Leave one of the two out.');
}

function checkCarriers(problems: Problems, { carriers }: FlightCriteria): void {
  for (const [index, code] of (carriers ?? []).entries()) {
    const isCode = airlineCode.test(code);
    problems.require(isCode, `input.carriers.${index}`, 'Use the code of an airline in capitals, such as SQ.');
  }
}

function checkDepartures(problems: Problems, { departsAfter, departsBefore }: FlightCriteria): void {
  const isTime = (text: string | undefined) => text === undefined || isClock(text);
  problems.require(isTime(departsAfter), 'input.departsAfter', 'Use a time such as 06:30.');
  problems.require(isTime(departsBefore), 'input.departsBefore', 'Use a time such as 12:00.');
  const isWindow = !isClock(departsAfter) || !isClock(departsBefore) || departsAfter <= departsBefore;
  const message = 'The latest departure is before the earliest one. For a departure over night, search twice.';
  problems.require(isWindow, 'input.departsBefore', message);
}

/** Notes everything that is wrong with criteria, and reads its filter. */
export function readFlightCriteria(
  criteria: FlightCriteria,
  now: number,
): Readonly<{ filter: FlightFilter; problems: Problems }> {
  const problems = collectProblems();
  const { adults, children } = criteria;
  const isPlaced = criteria.origin !== undefined || criteria.destination !== undefined;
  problems.require(isPlaced, 'input.origin', 'Say where the flight starts or where it ends.');
  checkDates(problems, criteria, now);
  problems.require(isBetween(adults, 1, 9), 'input.adults', 'One to nine adults can fly on one offer.');
  problems.require(isBetween(children, 0, 8), 'input.children', 'Up to eight children can fly on one offer.');
  problems.require(adults + children <= 9, 'input.children', 'Nine travelers at most can fly on one offer.');
  checkStops(problems, criteria);
  checkCarriers(problems, criteria);
  checkDepartures(problems, criteria);
  const { cabins, maxStops, stops, carriers, departureWindows, departsAfter, departsBefore, refundable } = criteria;
  const told = { cabins, maxStops, stops, carriers, departureWindows, departsAfter, departsBefore, refundable };
  const filter = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as FlightFilter;
  return { filter: { ...filter, ...priceBounds(problems, criteria) }, problems };
}
