import { addDays, daysBetween } from '@meridian/platform/values/local-date';
import type { IntakeState } from '@meridian/schema/contracts/intake';
import { UsageError } from './failure.ts';

/**
 * By how many days the dates of a data set move, whichever of its files they stand in. Both are multiples of 7, so weekdays stay.
 * `observedUntil` caps the dates on which prices were seen: a later file of the same data set must not tell of prices from the future.
 */
export type DateShift = Readonly<{ travelInDays: number; observedInDays: number; observedUntil: string | undefined }>;

export const noShift: DateShift = { travelInDays: 0, observedInDays: 0, observedUntil: undefined };

/** The dates that a file speaks of: its first day of travel, and the last day on which it saw a price, if it says so. */
export type DateRange = Readonly<{ firstTravel: string; lastObserved: string | undefined }>;

/** How days of travel of a data set move, as it is stored at the first import that has any. */
type TravelShift = Readonly<{ inDays: number }>;

/** How days of observation move. Apart from travel: the first file of a data set need not tell when it saw a price. */
type ObservedShift = Readonly<{ inDays: number; until: string }>;

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

const travelKey = (dataset: string): string => `travel-shift:${dataset}`;
const observedKey = (dataset: string): string => `observed-shift:${dataset}`;

/** Answers the stored shift, which is the given one where there was none: of two imports at once, both get the same. */
const decide = async <Shift>(state: IntakeState, key: string, fresh: Shift): Promise<Shift> =>
  JSON.parse(await state.putIfAbsent(key, JSON.stringify(fresh))) as Shift;

/**
 * The shift of a data set: decided and stored at its first import, such that the first day of travel in that file lies in the week
 * that begins tomorrow, and constant from then on. Were it decided per file, a row would get another date in another file or after
 * another one, and come in twice. A row that lies before that first day goes as far before it as it was.
 */
export const findShift = async (
  state: IntakeState,
  dataset: string,
  file: Readonly<{ range: DateRange; today: string }>,
): Promise<DateShift> => {
  const { range, today } = file;
  const travel = await decide<TravelShift>(state, travelKey(dataset), {
    inDays: upToWeeks(daysBetween(range.firstTravel, addDays(today, 1))),
  });
  if (range.lastObserved === undefined)
    return { travelInDays: travel.inDays, observedInDays: 0, observedUntil: undefined };
  const observed = await decide<ObservedShift>(state, observedKey(dataset), {
    inDays: downToWeeks(daysBetween(range.lastObserved, today)),
    until: today,
  });
  return { travelInDays: travel.inDays, observedInDays: observed.inDays, observedUntil: observed.until };
};

/** Dated rows of a data set are either all shifted or all as they are: with the other, an import would move everything. */
export const refuseOtherDates = async (state: IntakeState, dataset: string, shiftDates: boolean): Promise<void> => {
  const isShifted = (await state.get(travelKey(dataset))) !== undefined;
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
