import { isLocalDate } from '@meridian/platform/values/local-date';
import type { Cabin } from '../../domain/listing.ts';
import { collectProblems, isBetween, type Problems } from '../../domain/problems.ts';
import type { DepartureWindow, FlightFilter } from '../../domain/search/flight-search.ts';
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

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const isTime = (text: string | undefined): boolean => text === undefined || clockTime.test(text);

function checkDates(problems: Problems, { date, returnDate }: FlightCriteria): void {
  problems.require(date === undefined || isLocalDate(date), 'input.date', 'Use a date such as 2027-03-01.');
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
    'The way back is not before the way out.',
  );
}

/** Notes everything that is wrong with criteria, and reads its filter. */
export function readFlightCriteria(criteria: FlightCriteria): Readonly<{ filter: FlightFilter; problems: Problems }> {
  const problems = collectProblems();
  const { adults, children } = criteria;
  const isPlaced = criteria.origin !== undefined || criteria.destination !== undefined;
  problems.require(isPlaced, 'input.origin', 'Say where the flight starts or where it ends.');
  checkDates(problems, criteria);
  problems.require(isBetween(adults, 1, 9), 'input.adults', 'One to nine adults can fly on one offer.');
  problems.require(isBetween(children, 0, 8), 'input.children', 'Up to eight children can fly on one offer.');
  problems.require(adults + children <= 9, 'input.children', 'Nine travelers at most can fly on one offer.');
  const { maxStops } = criteria;
  problems.require(maxStops === undefined || isBetween(maxStops, 0, 2), 'input.maxStops', 'Flights have 0 to 2 stops.');
  problems.require(isTime(criteria.departsAfter), 'input.departsAfter', 'Use a time such as 06:30.');
  problems.require(isTime(criteria.departsBefore), 'input.departsBefore', 'Use a time such as 12:00.');
  const { cabins, stops, carriers, departureWindows, departsAfter, departsBefore, refundable } = criteria;
  const told = { cabins, maxStops, stops, carriers, departureWindows, departsAfter, departsBefore, refundable };
  const filter = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as FlightFilter;
  return { filter: { ...filter, ...priceBounds(problems, criteria) }, problems };
}
