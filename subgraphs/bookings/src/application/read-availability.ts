import type { Clock } from '@meridian/platform/time/clock';
import { todayIn } from '@meridian/platform/values/local-date';
import {
  type AskedDays,
  availabilityOf,
  defaultDays,
  everyDay,
  type SlotAvailability,
} from '../domain/availability.ts';
import type { BookingReader } from '../ports/booking-reader.ts';

/** Of which listings, and on which days. */
export type ReadAvailabilityRequest = Readonly<{ listingIds: readonly string[]; days: AskedDays }>;

/** What is left, by listing and in the order of its resources and days. */
export type Availability = ReadonlyMap<string, readonly SlotAvailability[]>;

type Deps = Readonly<{ reader: BookingReader; clock: Clock }>;

/** A flight departs on its own days and no others, so it has no window to choose. Ids tell of their kind. */
const isFlight = (listingId: string): boolean => listingId.startsWith('flt_');

/** When no days were asked for: of flights all departures, of others the days that come next. */
async function comingAvailability({ reader, clock }: Deps, listingIds: readonly string[]): Promise<Availability> {
  const today = todayIn('UTC', clock.now());
  const others = listingIds.filter((id) => !isFlight(id));
  const flights = await reader.stockOf(listingIds.filter(isFlight), everyDay);
  const stocks = await reader.stockOf(others, { ...everyDay, from: today });
  return new Map([
    ...[...flights].map(([id, stock]) => [id, availabilityOf(stock, everyDay)] as const),
    ...[...stocks].map(([id, stock]) => [id, availabilityOf(stock, defaultDays(stock, today))] as const),
  ]);
}

/** What is left of listings, for everybody. Listings that are not known are missing. */
export const createReadAvailability =
  (deps: Deps) =>
  async ({ listingIds, days }: ReadAvailabilityRequest): Promise<Availability> => {
    if (days === 'DEFAULT') return comingAvailability(deps, listingIds);
    const stocks = await deps.reader.stockOf(listingIds, days);
    return new Map([...stocks].map(([id, stock]) => [id, availabilityOf(stock, days)]));
  };
