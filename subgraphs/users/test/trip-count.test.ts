import { describe, expect, test } from '@jest/globals';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { asUser } from '@meridian/platform/testkit/people';
import { bookingOf, tellBookings } from './bookings-told.ts';
import { openUsersService, type UsersService } from './harness.ts';
import { ana, signUp } from './session-client.ts';

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
      data: { ...bookingOf(bookingId, account.id), state: name.toUpperCase() },
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

const removal = 'mutation ($input: DeleteMyAccountInput!) { deleteMyAccount(input: $input) { __typename } }';

describe('of an account that is gone nothing is kept of bookings', () => {
  const remove = async (service: UsersService, userId: string) => {
    const input = { password: ana.password };
    const { data } = await service.ask({ query: removal, variables: { input }, as: asUser(userId) });
    expect(data?.deleteMyAccount).toEqual({ __typename: 'AccountDeleted' });
  };
  const tell = (service: UsersService, userId: string) =>
    tellBookings(service, userId, ['bkg_1', 'confirmed', 2], ['bkg_1', 'completed', 3]);

  test.each([
    { order: 'told before', steps: [tell, remove] },
    { order: 'told late', steps: [remove, tell] },
    { order: 'told before and again', steps: [tell, remove, tell] },
  ])('$order', async ({ steps }) => {
    await using service = await openUsersService();
    const { user } = await signUp(service);
    const other = await signUp(service, { ...ana, email: 'bea@example.com' });
    for (const step of steps) await step(service, user.id);
    await tellBookings(service, other.user.id, ['bkg_2', 'confirmed', 2]);
    await using database = await openSqliteDatabase({ file: service.databaseFile });
    const kept = await database.query('SELECT booking_id, user_id FROM trips');
    expect(kept).toEqual([{ booking_id: 'bkg_2', user_id: other.user.id }]);
  });
});
