import { addDays, daysBetween, type LocalDate } from '@meridian/platform/values/local-date';
import type { NightCalendar, NightEntry } from './listing.ts';

/** What is to hold for one night. */
export type DatedNight = Readonly<{ date: LocalDate; entry: NightEntry }>;

/** Nothing lies further away than this from what is already known; more is a mistake in a file. */
const maxCalendarDays = 1_500;

const sameUnits = (left: NightEntry['unitsOpen'], right: NightEntry['unitsOpen']): boolean => {
  if (left === null || right === null) return left === right;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
};

/** What holds for a night of which nothing was said. */
export const blankNight: NightEntry = {
  open: true,
  priceMinor: null,
  minNights: null,
  maxNights: null,
  unitsOpen: null,
};

/** Whether two entries say the same. */
const sameNight = (left: NightEntry, right: NightEntry): boolean =>
  left.open === right.open &&
  left.priceMinor === right.priceMinor &&
  left.minNights === right.minNights &&
  left.maxNights === right.maxNights &&
  sameUnits(left.unitsOpen, right.unitsOpen);

/** What became of a night that was written. */
export type NightChange = 'new' | 'changed' | 'same' | 'out-of-range';

const emptyAt = (firstDate: LocalDate): NightCalendar => ({ firstDate, nights: [] });

/** A calendar that reaches over both what it had and the given dates. */
function widen(
  calendar: NightCalendar,
  first: LocalDate,
  last: LocalDate,
): { firstDate: LocalDate; nights: (NightEntry | null)[] } {
  const before = Math.max(0, daysBetween(first, calendar.firstDate));
  const nights: (NightEntry | null)[] = [...Array<null>(before).fill(null), ...calendar.nights];
  const firstDate = before > 0 ? first : calendar.firstDate;
  const length = daysBetween(firstDate, last) + 1;
  while (nights.length < length) nights.push(null);
  return { firstDate, nights };
}

/**
 * Writes nights into a calendar. Answers the calendar and, per night in the given order, what became of it. A date further than
 * {@link maxCalendarDays} from the calendar's beginning is left out.
 */
export function writeNights(
  calendar: NightCalendar | null,
  nights: readonly DatedNight[],
): Readonly<{ calendar: NightCalendar; changes: readonly NightChange[] }> {
  const anchor = calendar?.firstDate ?? nights.map((night) => night.date).sort()[0] ?? '2000-01-01';
  const offsets = nights.map((night) => daysBetween(anchor, night.date));
  const kept = offsets.filter((offset) => Math.abs(offset) <= maxCalendarDays);
  const first = kept.reduce((least, offset) => Math.min(least, offset), 0);
  const last = kept.reduce((most, offset) => Math.max(most, offset), 0);
  const wide = widen(calendar ?? emptyAt(anchor), addDays(anchor, first), addDays(anchor, last));
  const changes = nights.map(({ entry }, at): NightChange => {
    const offset = offsets[at] ?? 0;
    if (Math.abs(offset) > maxCalendarDays) return 'out-of-range';
    const stored = wide.nights[offset - first] ?? null;
    wide.nights[offset - first] = entry;
    if (stored === null) return 'new';
    return sameNight(stored, entry) ? 'same' : 'changed';
  });
  return { calendar: wide, changes };
}

/** What is known of a night; null when nothing is. */
export function nightAt(calendar: NightCalendar | null, date: LocalDate): NightEntry | null {
  if (calendar === null) return null;
  return calendar.nights[daysBetween(calendar.firstDate, date)] ?? null;
}

/** Whether two calendars say the same of every night, however far they reach. */
export function sameNights(left: NightCalendar | null, right: NightCalendar | null): boolean {
  const datesOf = (calendar: NightCalendar | null) =>
    calendar === null ? [] : calendar.nights.map((_, index) => addDays(calendar.firstDate, index));
  return [...datesOf(left), ...datesOf(right)].every((date) =>
    sameNight(nightAt(left, date) ?? blankNight, nightAt(right, date) ?? blankNight),
  );
}

/** The dates of [from, until). */
export const datesIn = (from: LocalDate, until: LocalDate): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, until)) }, (_, index) => addDays(from, index));
