import { addDays, daysBetween, type LocalDate } from '@meridian/platform/values/local-date';
import {
  type Capacity,
  capacityOn,
  firstDayWithUnits,
  openDaysWithin,
  remainingOf,
  type SlotCount,
} from './inventory.ts';

/** What is left of a resource on a day. */
export type SlotAvailability = Readonly<{
  resource: string;
  label: string;
  date: LocalDate;
  capacity: number;
  remaining: number;
  fares: readonly Readonly<{ fareId: string; limit: number; remaining: number }>[];
}>;

/** A listing's stock as it is stored: see `ports/booking-reader.ts`. */
export type StockFacts = Readonly<{
  resources: readonly Readonly<{ capacity: Capacity; label: string }>[];
  bucketLimits: Readonly<Record<string, number>>;
  /** Which resources a bucket belongs to: those whose name ends so. */
  bucketCabins: Readonly<Record<string, string>>;
  counts: readonly SlotCount[];
  bucketsTaken: readonly Readonly<{ resource: string; slot: LocalDate; bucket: string; taken: number }>[];
}>;

/** Days in a row; `until` is the day after the last. */
export type DateRange = Readonly<{ from: LocalDate; until: LocalDate }>;

/** No answer has more days per resource than a year. */
const MAX_DAYS = 366;

/** How many days an answer has when nobody said how many. */
const DEFAULT_DAYS = 30;

/** All days there are: what a flight's few departures lie in, whatever their date. */
export const everyDay: DateRange = { from: '0001-01-01', until: '9999-12-31' };

/** Days that were asked for, or those that suit the listing when none were. */
export type AskedDays = DateRange | 'DEFAULT';

/** Completes days: from today on, for 30 days. Undefined when they end before they begin or are more than a year. */
export function daysFor(
  asked: Readonly<{ from?: LocalDate | null | undefined; to?: LocalDate | null | undefined }>,
  today: LocalDate,
): AskedDays | undefined {
  if (!asked.from && !asked.to) return 'DEFAULT';
  const from = asked.from ?? today;
  const until = asked.to ?? addDays(from, DEFAULT_DAYS);
  const days = daysBetween(from, until);
  return days >= 0 && days <= MAX_DAYS ? { from, until } : undefined;
}

/** The days to answer when none were asked for: from today on, or from the first day that has units when that is later. */
export function defaultDays(facts: Pick<StockFacts, 'resources'>, today: LocalDate): DateRange {
  const [from = today] = facts.resources
    .flatMap(({ capacity }) => firstDayWithUnits(capacity, today, MAX_DAYS) ?? [])
    .sort();
  return { from, until: addDays(from, DEFAULT_DAYS) };
}

const keyOf = (resource: string, slot: string, bucket = ''): string => `${resource}\n${slot}\n${bucket}`;

/** Lays the few touched slots over the compact capacity: what nobody ever took from is simply all there. */
export function availabilityOf(facts: StockFacts, range: DateRange): SlotAvailability[] {
  const counts = new Map(facts.counts.map((count) => [keyOf(count.resource, count.slot), count]));
  const taken = new Map(facts.bucketsTaken.map((each) => [keyOf(each.resource, each.slot, each.bucket), each.taken]));
  const faresOf = (resource: string, date: LocalDate, remaining: number) =>
    Object.entries(facts.bucketLimits)
      .filter(([bucket]) => resource.endsWith(`/${facts.bucketCabins[bucket] ?? ''}`))
      .map(([fareId, limit]) => {
        const left = Math.max(0, limit - (taken.get(keyOf(resource, date, fareId)) ?? 0));
        return { fareId, limit, remaining: Math.min(remaining, left) };
      });
  return facts.resources.flatMap(({ capacity, label }) =>
    openDaysWithin(capacity, range, MAX_DAYS).map((date) => {
      const { resource } = capacity;
      const units = capacityOn(capacity, date);
      const count = counts.get(keyOf(resource, date));
      const remaining = count ? remainingOf({ ...count, capacity: units }) : units;
      return { resource, label, date, capacity: units, remaining, fares: faresOf(resource, date, remaining) };
    }),
  );
}
