import { expect, test } from '@jest/globals';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { asUser } from '@meridian/platform/testkit/people';
import { openUsersService, type UsersService } from './harness.ts';

const stateOf = (bookingId: string, userId: string, state: string) => ({
  bookingId,
  userId,
  state,
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

const tripCount = async (service: UsersService, userId: string) => {
  const { data } = await service.ask({ query: '{ me { tripCount } }', as: asUser(userId) });
  return (data?.me as { tripCount: number } | undefined)?.tripCount;
};

test('trips count from confirmation to cancellation, however often the events come', async () => {
  await using service = await openUsersService();
  const { account } = await service.users.application.ensureAccount({
    email: 'ana@example.com',
    password: 'correct horse',
    displayName: 'Ana',
    roles: ['TRAVELER'],
  });
  const createEvent = createEventFactory({
    source: '/meridian/bookings',
    clock: service.clock,
    ids: createSequentialIds(),
  });
  const make = (bookingId: string, name: string, sequence: number) =>
    createEvent({
      type: `booking.${name}`,
      version: 1,
      subject: bookingId,
      sequence,
      data: stateOf(bookingId, account.id, name === 'pending_approval' ? 'PENDING_APPROVAL' : name.toUpperCase()),
    });
  const publish = (events: ReturnType<typeof make>[]) =>
    service.tell(...events.map((event) => ({ topic: 'bookings', event })));
  const first = [make('bkg_1', 'held', 1), make('bkg_1', 'confirmed', 2), make('bkg_2', 'confirmed', 2)];
  await publish(first);
  expect(await tripCount(service, account.id)).toBe(2);
  await publish([...first, make('bkg_2', 'completed', 3), make('bkg_1', 'cancelled', 3)]);
  expect(await tripCount(service, account.id)).toBe(1);
  // A replay under new event ids passes the inbox; the booking's version keeps it from going back.
  await publish([make('bkg_1', 'confirmed', 2)]);
  expect(await tripCount(service, account.id)).toBe(1);
});
