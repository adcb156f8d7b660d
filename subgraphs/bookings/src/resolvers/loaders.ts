import DataLoader from 'dataloader';
import type { BookingsApplication } from '../application/bookings-application.ts';
import type { Range } from '../application/read-bookings.ts';
import type { SlotAvailability } from '../domain/availability.ts';
import type { Booking } from '../domain/booking.ts';
import type { Payment } from '../domain/payment.ts';
import type { Refund } from '../domain/refund.ts';
import type { BookingReader, Invoice } from '../ports/booking-reader.ts';

/** Which listing in which days. */
export type AvailabilityKey = Readonly<{ listingId: string; range: Range }>;

export type BookingsLoaders = Readonly<{
  booking: DataLoader<string, Booking | undefined>;
  payment: DataLoader<string, Payment | undefined>;
  refunds: DataLoader<string, readonly Refund[]>;
  invoice: DataLoader<string, Invoice | undefined>;
  availability: DataLoader<AvailabilityKey, readonly SlotAvailability[] | undefined, string>;
}>;

type Reader = Pick<BookingReader, 'bookings' | 'paymentsOf' | 'refundsOf' | 'invoicesOf'>;

const byId = <Value>(find: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) =>
  new DataLoader<string, Value | undefined>(async (ids) => {
    const found = await find(ids);
    return ids.map((id) => found.get(id));
  });

const daysOf = (range: Range): string => (range === 'DEFAULT' ? range : `${range.from} ${range.until}`);
const keyOf = ({ listingId, range }: AvailabilityKey): string => `${daysOf(range)} ${listingId}`;

/** One question per range: nearly always one, for a query asks every listing for the same days. */
async function availabilities(read: BookingsApplication['read'], keys: readonly AvailabilityKey[]) {
  const answers = new Map<string, readonly SlotAvailability[]>();
  const ranges = new Map(keys.map(({ range }) => [daysOf(range), range]));
  for (const range of ranges.values()) {
    const ids = keys.filter((key) => daysOf(key.range) === daysOf(range));
    const found = await read.availability([...new Set(ids.map(({ listingId }) => listingId))], range);
    for (const [listingId, slots] of found) answers.set(keyOf({ listingId, range }), slots);
  }
  return keys.map((key) => answers.get(keyOf(key)));
}

/** Made anew for every request. */
export const createLoaders = (reader: Reader, read: BookingsApplication['read']): BookingsLoaders => ({
  booking: byId((ids) => reader.bookings(ids)),
  payment: byId((ids) => reader.paymentsOf(ids)),
  refunds: new DataLoader(async (ids) => {
    const found = await reader.refundsOf(ids);
    return ids.map((id) => found.get(id) ?? []);
  }),
  invoice: byId((ids) => reader.invoicesOf(ids)),
  availability: new DataLoader((keys) => availabilities(read, keys), { cacheKeyFn: keyOf }),
});
