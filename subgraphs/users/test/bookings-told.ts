import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createIds } from '@meridian/platform/ids/ids';
import type { UsersService } from './harness.ts';

/** A booking of one night, as its events tell it, in no state yet. */
export const bookingOf = (bookingId: string, userId: string) => ({
  bookingId,
  userId,
  currency: 'EUR',
  totalMinor: 10_000,
  refundedMinor: 0,
  createdAt: '2027-03-01T09:00:00.000Z',
  items: [
    {
      itemId: 'itm_1',
      listingId: 'sty_1',
      kind: 'STAY',
      ownerId: 'usr_owner',
      city: 'Lisbon',
      countryCode: 'PT',
      startsAt: '2027-04-01T15:00',
      endsAt: '2027-04-03T11:00',
      totalMinor: 10_000,
      slots: [{ resource: 'sty_1.double', slot: '2027-04-01', units: 1 }],
    },
  ],
});

/** Tells of bookings of a user: the id of each, the transition, and its version. */
export async function tellBookings(
  service: UsersService,
  userId: string,
  ...steps: readonly (readonly [string, string, number])[]
) {
  const { clock } = service;
  const createEvent = createEventFactory({ source: '/meridian/bookings', clock, ids: createIds({ clock }) });
  const events = steps.map(([bookingId, name, sequence]) => {
    const state = name === 'abandoned' ? 'EXPIRED' : name.toUpperCase();
    const data = { ...bookingOf(bookingId, userId), state };
    const event = createEvent({ type: `booking.${name}`, version: 1, subject: bookingId, sequence, data });
    return { topic: 'bookings', event };
  });
  await service.tell(...events);
}
