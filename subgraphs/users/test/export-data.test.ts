import { expect, test } from '@jest/globals';
import { asUser } from '@meridian/platform/testkit/people';
import { tellBookings } from './bookings-told.ts';
import { openUsersService, type UsersService } from './harness.ts';
import { ana, signIn, signUp } from './session-client.ts';

const query = '{ exportMyData { exportedAt account { id email } document } }';

type Exported = { exportedAt: string; account: { id: string; email: string }; document: string } | null;

async function exportAs(service: UsersService, userId?: string): Promise<Exported> {
  const { data, errors } = await service.ask({ query, ...(userId ? { as: asUser(userId) } : {}) });
  expect(errors).toBeUndefined();
  return data?.exportMyData as Exported;
}

test('a person takes away what is kept: account, sessions and trips, and nobody else’s', async () => {
  await using service = await openUsersService();
  const { user } = await signUp(service);
  await signUp(service, { ...ana, email: 'bea@example.com', displayName: 'Bea' });
  await signIn(service, ana);
  await tellBookings(service, user.id, ['bkg_2', 'confirmed', 2], ['bkg_1', 'cancelled', 3]);
  await tellBookings(service, 'usr_other', ['bkg_3', 'confirmed', 2]);
  const exported = await exportAs(service, user.id);
  const exportedAt = new Date(service.clock.now()).toISOString();
  expect(exported).toMatchObject({ exportedAt, account: { id: user.id, email: 'ana@example.com' } });
  expect(JSON.parse(exported?.document ?? '')).toMatchObject({
    version: 1,
    exportedAt,
    account: { id: user.id, email: 'ana@example.com', displayName: 'Ana Sousa', roles: ['TRAVELER'] },
    sessions: [{ userId: user.id }, { userId: user.id }],
    trips: [
      { bookingId: 'bkg_1', state: 'CANCELLED' },
      { bookingId: 'bkg_2', state: 'CONFIRMED' },
    ],
  });
  expect(exported?.document).not.toMatch(/argon2|password|hash|bea@|bkg_3/i);
});

test('a stranger, and an account that is gone, have nothing to take away', async () => {
  await using service = await openUsersService();
  expect(await exportAs(service)).toBeNull();
  expect(await exportAs(service, 'usr_gone')).toBeNull();
});
