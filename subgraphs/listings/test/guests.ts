import type { ListingsService } from './harness.ts';

/** What bookings tells of one booking; `sequence` counts its changes. */
export type ToldBooking = Readonly<{
  userId: string;
  listingId: string;
  type?: 'booking.confirmed' | 'booking.completed' | 'booking.cancelled' | 'booking.held';
  bookingId?: string;
  sequence?: number;
}>;

const states = {
  'booking.held': 'HELD',
  'booking.confirmed': 'CONFIRMED',
  'booking.completed': 'COMPLETED',
  'booking.cancelled': 'CANCELLED',
} as const;

const item = (listingId: string) => ({
  ...{ itemId: 'itm_1', listingId, kind: 'STAY', ownerId: 'usr_owner', city: 'Singapore', countryCode: 'SG' },
  ...{ startsAt: '2027-02-01T15:00', endsAt: '2027-02-03T11:00', totalMinor: 30_000, slots: [] },
});

/** Lets the service hear of a booking, confirmed unless told, as if bookings had announced it. */
export function tellBooking(service: ListingsService, booking: ToldBooking): Promise<void> {
  const { userId, listingId, type = 'booking.confirmed', bookingId = 'bkg_1', sequence = 3 } = booking;
  const amounts = { currency: 'SGD', totalMinor: 30_000, refundedMinor: 0, createdAt: '2027-01-01T00:00:00.000Z' };
  const data = { bookingId, userId, state: states[type], ...amounts, items: [item(listingId)] };
  return service.receive({ topic: 'bookings', type, version: 1, subject: bookingId, sequence, data });
}
