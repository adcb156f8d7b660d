import { describe, expect, test } from '@jest/globals';
import type { Principal, Role } from '@meridian/platform/identity/principal';
import { asUser } from '@meridian/platform/testkit/people';
import { tellBookings as book } from './bookings-told.ts';
import { openUsersService, type UsersService } from './harness.ts';
import { ana, refresh, type Session, signIn, signUp } from './session-client.ts';

const document = `mutation ($input: DeleteMyAccountInput!) { deleteMyAccount(input: $input) { __typename
  ... on AccountDeleted { deletedAt } ... on UserError { code message path retryable }
  ... on OpenBookings { bookingIds } ... on ValidationFailed { problems { path } } } }`;

async function remove(service: UsersService, as: Principal | undefined, password = ana.password) {
  const { data } = await service.ask({ query: document, variables: { input: { password } }, ...(as ? { as } : {}) });
  return data?.deleteMyAccount;
}

const personOf = ({ user }: Session, ...roles: Role[]) => asUser(user.id, roles);

describe('deleting an account', () => {
  test('takes its sessions along, frees its address, and tells the others ids alone', async () => {
    await using service = await openUsersService();
    const session = await signUp(service);
    const profile = await service.ask({
      query: '{ me { profile { publicProfile { id } } } }',
      as: personOf(session, 'TRAVELER'),
    });
    const publicProfileId = JSON.stringify(profile.data).match(/prf_\w+/)?.[0] ?? '';
    expect(await remove(service, personOf(session))).toEqual({
      __typename: 'AccountDeleted',
      deletedAt: new Date(service.clock.now()).toISOString(),
    });
    expect(await refresh(service, session.refreshToken)).toMatchObject({ code: 'SESSION_ENDED' });
    expect(await signIn(service, ana)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect((await service.ask({ query: '{ me { id } }', as: personOf(session) })).data).toEqual({ me: null });
    const query = `{ publicProfile(id: "${publicProfileId}") { displayName } }`;
    expect((await service.ask({ query })).data).toEqual({ publicProfile: null });
    await service.users.start();
    const told = (await service.published('users')).at(-1);
    expect(told).toMatchObject({ type: 'user.deleted', subject: session.user.id, sequence: 2 });
    expect(told?.data).toEqual({ userId: session.user.id, publicProfileId });
    const again = await signUp(service);
    expect(again).toMatchObject({ __typename: 'AuthenticatedSession' });
    expect(again.user.id).not.toBe(session.user.id);
  });

  test('twice at once happens once', async () => {
    await using service = await openUsersService();
    const person = personOf(await signUp(service));
    const answers = await Promise.all([remove(service, person), remove(service, person)]);
    const types = answers.map((answer) => (answer as { __typename: string }).__typename).sort();
    expect(types[0]).toBe('AccountDeleted');
    expect(types[1]).toBe('AccountGone');
    await service.users.start();
    const deletions = (await service.published('users')).filter(({ type }) => type === 'user.deleted');
    expect(deletions).toHaveLength(1);
  });

  test('is answered as done to whoever asks again, because the first answer was lost, with the right password or another', async () => {
    await using service = await openUsersService();
    const person = personOf(await signUp(service));
    await remove(service, person);
    const gone = {
      __typename: 'AccountGone',
      code: 'ACCOUNT_GONE',
      message: 'It is deleted already; nothing is left to do.',
      path: null,
      retryable: false,
    };
    expect(await remove(service, person)).toEqual(gone);
    expect(await remove(service, person, 'another one')).toEqual(gone);
  });

  test('needs the password, which cannot be guessed faster here than at the door', async () => {
    await using service = await openUsersService({ limits: { signInsPerAccountAndAddress: 3 } });
    const person = personOf(await signUp(service));
    expect(await remove(service, person, '')).toMatchObject({ problems: [{ path: ['input', 'password'] }] });
    expect(await remove(service, undefined)).toMatchObject({ code: 'NOT_PERMITTED' });
    for (const guess of ['one', 'two']) {
      expect(await remove(service, person, guess)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    }
    expect(await signIn(service, { email: ana.email, password: 'three' })).toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
    expect(await remove(service, person)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryable: true });
    expect((await service.ask({ query: '{ me { id } }', as: person })).data?.me).not.toBeNull();
  });

  test('waits until no booking is held, waits for its owner or stands ahead', async () => {
    await using service = await openUsersService();
    const session = await signUp(service);
    const [person, userId] = [personOf(session), session.user.id];
    await book(
      service,
      userId,
      ...([
        ['bkg_1', 'held', 1],
        ['bkg_2', 'pending_approval', 2],
        ['bkg_3', 'confirmed', 2],
        ['bkg_4', 'completed', 3],
        ['bkg_5', 'rejected', 3],
      ] as const),
    );
    await book(service, 'usr_other', ['bkg_6', 'confirmed', 2]);
    expect(await remove(service, person)).toEqual({
      __typename: 'OpenBookings',
      code: 'OPEN_BOOKINGS',
      message: 'Nothing was deleted: bookings are not over yet. Cancel or release, or wait until the trip is over.',
      path: null,
      retryable: true,
      bookingIds: ['bkg_1', 'bkg_2', 'bkg_3'],
    });
    await book(service, userId, ['bkg_1', 'abandoned', 2], ['bkg_2', 'expired', 3], ['bkg_3', 'cancelled', 3]);
    expect(await remove(service, person)).toMatchObject({ __typename: 'AccountDeleted' });
  });

  test.each(['OWNER', 'ADMIN'] as const)(
    'is not for an account with the role %s: others depend on it',
    async (role) => {
      await using service = await openUsersService();
      const { account } = await service.users.application.ensureAccount({ ...ana, roles: ['TRAVELER', role] });
      expect(await remove(service, asUser(account.id, ['TRAVELER']))).toMatchObject({
        code: 'NOT_PERMITTED',
        message: expect.stringContaining('Others depend'),
      });
    },
  );
});
