import { addDays, daysBetween } from '@meridian/platform/values/local-date';

/** Days since 1970-01-01. */
export const dayNumber = (date: string): number => daysBetween('1970-01-01', date);

/** All dates from `from` to `until`, both included; none when `until` is earlier. */
export const datesBetween = (from: string, until: string): string[] =>
  Array.from({ length: Math.max(daysBetween(from, until) + 1, 0) }, (_, index) => addDays(from, index));
