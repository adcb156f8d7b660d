import DataLoader from 'dataloader';
import type { BookingsApplication } from '../application/bookings-application.ts';
import type { AskedDays, SlotAvailability } from '../domain/availability.ts';
import type { Booking } from '../domain/booking.ts';
import type { Payment } from '../domain/payment.ts';
import type { Refund } from '../domain/refund.ts';
import type { BookingReader, Invoice } from '../ports/booking-reader.ts';

/** Which listing on which days. */
export type AvailabilityKey = Readonly<{ listingId: string; days: AskedDays }>;

/** Each batches what one request asks for. By the booking's id, except for listings. */
export type BookingsLoaders = Readonly<{
  booking: DataLoader<string, Booking | undefined>;
  payment: DataLoader<string, Payment | undefined>;
  refunds: DataLoader<string, readonly Refund[]>;
  invoice: DataLoader<string, Invoice | undefined>;
  availability: DataLoader<AvailabilityKey, readonly SlotAvailability[] | undefined, string>;
}>;

type Reader = Pick<BookingReader, 'bookings' | 'paymentsOf' | 'refundsOf' | 'invoicesOf'>;

/** A request may hold several mutations, and each shows what the one before it has changed: batched, but not remembered. */
const afresh = { cache: false } as const;

const byId = <Value>(find: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) =>
  new DataLoader<string, Value | undefined>(async (ids) => {
    const found = await find([...new Set(ids)]);
    return ids.map((id) => found.get(id));
  }, afresh);

const nameOf = (days: AskedDays): string => (days === 'DEFAULT' ? days : `${days.from} ${days.until}`);
const keyOf = ({ listingId, days }: AvailabilityKey): string => `${nameOf(days)} ${listingId}`;

type Reading = Pick<BookingsApplication, 'readAvailability'>;

/** One question per range of days: nearly always one, for a query asks every listing for the same days. */
async function availabilities({ readAvailability }: Reading, keys: readonly AvailabilityKey[]) {
  const answers = new Map<string, readonly SlotAvailability[]>();
  for (const days of new Map(keys.map((key) => [nameOf(key.days), key.days])).values()) {
    const those = keys.filter((key) => nameOf(key.days) === nameOf(days));
    const found = await readAvailability({ listingIds: [...new Set(those.map(({ listingId }) => listingId))], days });
    for (const [listingId, slots] of found) answers.set(keyOf({ listingId, days }), slots);
  }
  return keys.map((key) => answers.get(keyOf(key)));
}

/** Made anew for every request. */
export const createLoaders = (reader: Reader, bookings: Reading): BookingsLoaders => ({
  booking: byId((ids) => reader.bookings(ids)),
  payment: byId((ids) => reader.paymentsOf(ids)),
  refunds: new DataLoader(async (ids) => {
    const found = await reader.refundsOf([...new Set(ids)]);
    return ids.map((id) => found.get(id) ?? []);
  }, afresh),
  invoice: byId((ids) => reader.invoicesOf(ids)),
  availability: new DataLoader((keys) => availabilities(bookings, keys), { cacheKeyFn: keyOf }),
});
