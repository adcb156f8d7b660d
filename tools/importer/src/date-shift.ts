import { addDays, daysBetween } from '@meridian/platform/values/local-date';
import type { IntakeState } from '@meridian/schema/contracts/intake';
import { UsageError } from './failure.ts';

/**
 * By how many days the dates of a data set move. Both are multiples of 7, so weekdays stay. `observedUntil` caps the dates on which
 * prices were seen: a later file of the same data set must not tell of prices from the future.
 */
export type DateShift = Readonly<{ travelInDays: number; observedInDays: number; observedUntil: string | undefined }>;

export const noShift: DateShift = { travelInDays: 0, observedInDays: 0, observedUntil: undefined };

/** The dates that a file speaks of: its first day of travel, and the last day on which it saw a price, if it says so. */
export type DateRange = Readonly<{ firstTravel: string; lastObserved: string | undefined }>;

/** The shift of one data set, as it is stored: `importedOn` is the day of its first import. */
type StoredShift = Readonly<{ firstTravel: string; importedOn: string; travelInDays: number; observedInDays: number }>;

/** Files of one source whose first day lies within this many days after the data set's share its shift. */
const sameDataSetInDays = 365;

/** Widens a range by the dates of one more row. */
export const widen = (range: DateRange | undefined, travel: string, observed: string | undefined): DateRange => ({
  firstTravel: range === undefined || travel < range.firstTravel ? travel : range.firstTravel,
  lastObserved:
    observed !== undefined && (range?.lastObserved === undefined || observed > range.lastObserved)
      ? observed
      : range?.lastObserved,
});

const upToWeeks = (days: number): number => Math.max(Math.ceil(days / 7) * 7, 0);
const downToWeeks = (days: number): number => Math.max(Math.floor(days / 7) * 7, 0);

/** Moves past dates so that the first day of travel lies within the week that begins tomorrow; the future stays where it is. */
const freshShift = (range: DateRange, today: string): StoredShift => ({
  firstTravel: range.firstTravel,
  importedOn: today,
  travelInDays: upToWeeks(daysBetween(range.firstTravel, addDays(today, 1))),
  observedInDays: range.lastObserved === undefined ? 0 : downToWeeks(daysBetween(range.lastObserved, today)),
});

/** Whether a file belongs to a stored data set: with its shift the file would have begun then, or within a year after. */
const covers = (stored: StoredShift, range: DateRange): boolean => {
  const daysAfter = daysBetween(addDays(stored.importedOn, 1), addDays(range.firstTravel, stored.travelInDays));
  return daysAfter >= 0 && daysAfter <= sameDataSetInDays;
};

const asShift = (stored: StoredShift): DateShift => ({
  travelInDays: stored.travelInDays,
  observedInDays: stored.observedInDays,
  observedUntil: stored.importedOn,
});

/**
 * Finds the shift for a file, or decides and stores it at the first import of its data set. A data set is a source (or the name given
 * with `--dataset`) and a period: a file from other years gets a shift of its own.
 */
export const findShift = async (
  state: IntakeState,
  dataset: string,
  file: Readonly<{ range: DateRange; today: string }>,
): Promise<DateShift> => {
  for (let period = 1; ; period += 1) {
    const fresh = freshShift(file.range, file.today);
    const stored = JSON.parse(
      await state.putIfAbsent(`date-shift:${dataset}:${period}`, JSON.stringify(fresh)),
    ) as StoredShift;
    if (covers(stored, file.range)) return asShift(stored);
  }
};

/** Dated rows of a data set are either all shifted or all as they are: with the other, an import would move everything. */
export const refuseOtherDates = async (state: IntakeState, dataset: string, shiftDates: boolean): Promise<void> => {
  const isShifted = (await state.get(`date-shift:${dataset}:1`)) !== undefined;
  if (isShifted && !shiftDates)
    throw new UsageError(`"${dataset}" was imported with --shift-dates; give it again, or --dataset with another name`);
  if (isShifted) return;
  if (!shiftDates) await state.put(`dates-as-they-are:${dataset}`, 'yes');
  else if ((await state.get(`dates-as-they-are:${dataset}`)) !== undefined)
    throw new UsageError(`"${dataset}" was imported without --shift-dates; leave it out, or give another --dataset`);
};

/** A day of travel (a departure, a night, a pick-up), moved by the shift. */
export const shiftTravel = (date: string, shift: DateShift): string =>
  shift.travelInDays === 0 ? date : addDays(date, shift.travelInDays);

/**
 * The day on which a price was seen, moved by the shift, but never beyond the day of the first import: nobody sees
 * tomorrow.
 */
export const shiftObserved = (date: string, shift: DateShift): string => {
  const moved = shift.observedInDays === 0 ? date : addDays(date, shift.observedInDays);
  return shift.observedUntil !== undefined && moved > shift.observedUntil ? shift.observedUntil : moved;
};
