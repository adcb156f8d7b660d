import { addDays, daysBetween, type LocalDate } from '@meridian/platform/values/local-date';

/**
 * Units of stock. `resource` names what is scarce, `slot` the local date; `bucket` is a nested limit within the resource, a
 * flight's fare within its cabin.
 */
export type SlotUnits = Readonly<{ resource: string; slot: LocalDate; units: number; bucket?: string | undefined }>;

/** How a slot stands. `held + sold` never grows beyond `capacity`; a capacity that was lowered below it sells nothing more. */
export type SlotCount = Readonly<{
  resource: string;
  slot: LocalDate;
  capacity: number;
  held: number;
  sold: number;
  /** Counts the slot's changes. */
  version: number;
}>;

/** The stock of a resource for all of its days at once. */
export type Capacity = Readonly<{
  resource: string;
  /** On every day that `dayUnits` does not name. */
  units: number;
  /** The first day and the day after the last. */
  openFrom: LocalDate;
  openUntil: LocalDate;
  /** Units of days that differ, by their distance from `openFrom`; 0 closes the day. */
  dayUnits: Readonly<Record<number, number>>;
}>;

/** How many units a resource has on a day, sold or not. */
export function capacityOn(capacity: Capacity, day: LocalDate): number {
  if (day < capacity.openFrom || day >= capacity.openUntil) return 0;
  return capacity.dayUnits[daysBetween(capacity.openFrom, day)] ?? capacity.units;
}

/** What can still be taken of a slot. */
export const remainingOf = (count: Pick<SlotCount, 'capacity' | 'held' | 'sold'>): number =>
  Math.max(0, count.capacity - count.held - count.sold);

const keyOf = (slot: SlotUnits): string => `${slot.resource}\n${slot.slot}\n${slot.bucket ?? ''}`;

/**
 * The order in which stock is taken, everywhere: by resource, date and bucket, equal ones merged. With one order, two bookings
 * that want the same slots wait for each other but never crosswise.
 */
export function inTakingOrder(slots: readonly SlotUnits[]): SlotUnits[] {
  const merged = new Map<string, SlotUnits>();
  for (const slot of slots) {
    const before = merged.get(keyOf(slot));
    merged.set(keyOf(slot), before ? { ...before, units: before.units + slot.units } : slot);
  }
  return [...merged].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, slot]) => slot);
}

/** The same order with buckets added up: what is taken of the resources themselves. */
export const withoutBuckets = (slots: readonly SlotUnits[]): SlotUnits[] =>
  inTakingOrder(slots.map(({ resource, slot, units }) => ({ resource, slot, units })));

/** The days of `[from, until)` on which a resource is open at all, at most `limit`. */
export function openDaysWithin(
  capacity: Capacity,
  range: Readonly<{ from: LocalDate; until: LocalDate }>,
  limit: number,
): LocalDate[] {
  const from = range.from > capacity.openFrom ? range.from : capacity.openFrom;
  const until = range.until < capacity.openUntil ? range.until : capacity.openUntil;
  const count = from < until ? Math.min(limit, daysBetween(from, until)) : 0;
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

/** The first day from `from` on that has units at all; undefined when none of the next `limit` open days has any. */
export function firstDayWithUnits(capacity: Capacity, from: LocalDate, limit: number): LocalDate | undefined {
  let day = from > capacity.openFrom ? from : capacity.openFrom;
  for (let count = 0; count < limit && day < capacity.openUntil; count += 1) {
    if (capacityOn(capacity, day) > 0) return day;
    day = addDays(day, 1);
  }
  return undefined;
}
