import { toLocalDate } from './zoned-time.ts';

/**
 * A date on a calendar, without a time or a zone: `2026-11-20`. As text it sorts and compares as the dates do. Years run from
 * 0001 to 9999, which every SQL dialect can hold.
 */
export type LocalDate = string;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInMs = 86_400_000;

/** Days since 1970-01-01 in the proleptic Gregorian calendar, as `Temporal.PlainDate` counts; undefined for no date. */
function dayNumberOf(value: string): number | undefined {
  const match = datePattern.exec(value);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Date.UTC would take the years 0 to 99 for 1900 to 1999, and February 30 for March 2.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() / dayInMs : undefined;
}

function requireDayNumber(value: LocalDate): number {
  const dayNumber = dayNumberOf(value);
  if (dayNumber === undefined) throw new RangeError(`"${value}" is not a date such as 2026-11-20.`);
  return dayNumber;
}

function dateOf(dayNumber: number): LocalDate {
  const date = new Date(dayNumber * dayInMs);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('A date lies between the years 0001 and 9999.');
  return date.toISOString().slice(0, 10);
}

/** Whether `value` is a real date in the form `2026-11-20`; February 30 is not. */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && dayNumberOf(value) !== undefined;
}

/** The date `days` later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(requireDayNumber(date) + days);

/** The days from one date to another: 1 from a day to the next, negative backwards. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => requireDayNumber(to) - requireDayNumber(from);

/**
 * The nights of a stay, half-open: from check-in up to, but not including, check-out. Empty when check-out is not later.
 * Refuses more than 10,000 nights, because a list of that length is always a mistake.
 */
export function nightsOf(checkIn: LocalDate, checkOut: LocalDate): LocalDate[] {
  const first = requireDayNumber(checkIn);
  const count = Math.max(0, requireDayNumber(checkOut) - first);
  if (count > 10_000) throw new RangeError(`${checkIn} to ${checkOut} are ${count} nights, more than 10,000.`);
  return Array.from({ length: count }, (_, index) => dateOf(first + index));
}

/** Today's date in an IANA zone, where the present instant is `nowInMs` (epoch milliseconds). */
export const todayIn = (zone: string, nowInMs: number): LocalDate => toLocalDate(nowInMs, zone);
