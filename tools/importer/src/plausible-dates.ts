import { addDays } from '@meridian/platform/values/local-date';
import type { DateShift } from './date-shift.ts';

/** No source is older. An earlier day is a typing error, or a program's zero (1900-01-01), and would fix a data set's shift. */
const first = '1990-01-01';

/** Nobody sells a day further ahead: a later one is a typing error, or stands for "never" (9999-12-31). */
const daysAhead = 3653;

/** The most days between a search, a crawl or a booking and the travel: ten years, as for the days themselves. */
const maxLeadTimeInDays = 3650;

type RowDates = Readonly<{ travelDate?: string; observedDate?: string }>;

/** Whether it is a number of days that can lie between seeing a price and travelling: a whole one from 0 to 3650. */
export const isLeadTime = (days: number | undefined): days is number =>
  days !== undefined && days >= 0 && days <= maxLeadTimeInDays;

/** Why a day cannot be meant: it lies before 1990 or more than ten years after today. Undefined for a plausible one. */
export const dayProblem = (date: string, today: string): string | undefined => {
  const last = addDays(today, daysAhead);
  return date < first || date > last ? `the date ${date} lies outside of ${first} to ${last}` : undefined;
};

/**
 * Why the dates of a row cannot be meant, as the file has them or after the shift. One check for all formats, before any of them
 * counts days: outside of the years that a calendar has, that is a fault, and a fault in one row would end every import of its file.
 */
export const datesProblem = (
  { travelDate, observedDate }: RowDates,
  today: string,
  shift: DateShift,
): string | undefined => {
  for (const date of [travelDate, observedDate]) {
    const problem = date === undefined ? undefined : dayProblem(date, today);
    if (problem !== undefined) return problem;
  }
  if (travelDate === undefined || shift.travelInDays === 0) return undefined;
  return dayProblem(addDays(travelDate, shift.travelInDays), today) === undefined
    ? undefined
    : `the date ${travelDate} would move by ${shift.travelInDays} days, to more than ten years ahead`;
};
