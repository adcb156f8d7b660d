import { describe, expect, test } from '@jest/globals';
import type { Principal } from '@meridian/platform/identity/principal';
import { asUser } from '@meridian/platform/testkit/people';
import { openUsersService, type UsersService } from './harness.ts';
import { airportTold } from './told.ts';

const account = (name: string, roles: readonly ('TRAVELER' | 'OWNER' | 'ADMIN')[] = ['TRAVELER']) => ({
  email: `${name.toLowerCase()}@example.com`,
  password: 'correct horse',
  displayName: name,
  roles,
  countryCode: 'PT',
});

async function openWithPeople() {
  const service = await openUsersService();
  const { account: ana } = await service.users.application.ensureAccount(account('Ana'));
  const { account: bea } = await service.users.application.ensureAccount(account('Bea'));
  const { account: admin } = await service.users.application.ensureAccount(account('Admin', ['ADMIN']));
  return Object.assign(service, { ana, bea, admin: asUser(admin.id, ['ADMIN']) });
}

const entitiesText = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on User { id email } ... on PublicProfile { id displayName } } }`;
const entities = async (service: UsersService, representations: object[], as: Principal) =>
  (await service.ask({ query: entitiesText, variables: { representations }, as })).data?._entities;

describe('an account', () => {
  test('is reached by its owner, whole, and by nobody without signing in', async () => {
    await using service = await openWithPeople();
    const query = `{ me { id email roles createdAt tripCount sessions { id current }
      profile { displayName avatarUrl homeAirport countryCode currency locale publicProfile { id memberSince } } } }`;
    expect(await service.ask({ query })).toEqual({ data: { me: null } });
    const { data, errors } = await service.ask({ query, as: asUser(service.ana.id) });
    expect(errors).toBeUndefined();
    expect(data?.me).toMatchObject({
      email: 'ana@example.com',
      tripCount: 0,
      sessions: [],
      profile: {
        avatarUrl: `/images/avatars/${service.ana.publicProfileId}.svg`,
        homeAirport: null,
        publicProfile: { id: service.ana.publicProfileId },
      },
    });
  });

  test('_entities answers foreign accounts with null, whoever guesses their ids', async () => {
    await using service = await openWithPeople();
    const both = [service.ana, service.bea].map(({ id }) => ({ __typename: 'User', id }));
    const own = { id: service.ana.id, email: 'ana@example.com' };
    expect(await entities(service, both, { kind: 'anonymous' })).toEqual([null, null]);
    expect(await entities(service, both, asUser(service.ana.id))).toEqual([own, null]);
    expect(await entities(service, both, asUser(service.ana.id, ['OWNER', 'ANALYST']))).toEqual([own, null]);
    expect(await entities(service, both, service.admin)).toMatchObject([own, { email: 'bea@example.com' }]);
  });

  test('its public profile is everybody’s and does not lead back to it', async () => {
    await using service = await openWithPeople();
    const profile = { __typename: 'PublicProfile', id: service.ana.publicProfileId };
    expect(await entities(service, [profile, { ...profile, id: 'prf_nobody' }], { kind: 'anonymous' })).toEqual([
      { id: service.ana.publicProfileId, displayName: 'Ana' },
      null,
    ]);
    expect(await entities(service, [{ __typename: 'PublicProfile', id: service.ana.id }], service.admin)).toEqual([
      null,
    ]);
  });

  test('its sessions are for its owner alone', async () => {
    await using service = await openWithPeople();
    const input = { email: 'ana@example.com', password: 'correct horse' };
    await service.ask({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input },
    });
    const query = 'query ($id: ID!) { user(id: $id) { sessions { id current } } }';
    const asked = await service.ask({ query, variables: { id: service.ana.id }, as: service.admin });
    expect(asked.data?.user).toEqual({ sessions: null });
    const mine = await service.ask({ query: '{ me { sessions { id current } } }', as: asUser(service.ana.id) });
    expect(mine.data?.me).toEqual({ sessions: [{ id: expect.stringMatching(/^ses_/), current: false }] });
  });
});

describe('operators', () => {
  const query = `query ($search: String, $first: Int, $after: Cursor) { users(search: $search, first: $first, after: $after) {
    totalCount edges { cursor node { email } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

  test('list accounts page by page; nobody else does', async () => {
    await using service = await openWithPeople();
    expect((await service.ask({ query, as: asUser(service.ana.id) })).data).toEqual({ users: null });
    const emails: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 2; page += 1) {
      const { data } = await service.ask({ query, variables: { first: 2, after }, as: service.admin });
      const users = data?.users as {
        totalCount: number;
        edges: { node: { email: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      expect(users).toMatchObject({
        totalCount: 3,
        pageInfo: { hasNextPage: page === 0, hasPreviousPage: page === 1 },
      });
      emails.push(...users.edges.map(({ node }) => node.email));
      after = users.pageInfo.endCursor;
    }
    expect(emails).toEqual(['admin@example.com', 'bea@example.com', 'ana@example.com']);
  });

  test('a cursor goes on with the search that it is of, and with no other', async () => {
    await using service = await openWithPeople();
    const ask = (variables: object) => service.ask({ query, variables: { first: 1, ...variables }, as: service.admin });
    const first = (await ask({ search: 'example.com' })).data?.users as { pageInfo: { endCursor: string } };
    const after = first.pageInfo.endCursor;
    expect((await ask({ search: 'example.com', after })).errors).toBeUndefined();
    for (const search of [undefined, 'ana'])
      expect((await ask({ search, after })).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('a page of 0 or 101, and a cursor of something else, are refused in words', async () => {
    await using service = await openWithPeople();
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'abc' }]) {
      const { data, errors } = await service.ask({ query, variables, as: service.admin });
      expect(data).toEqual({ users: null });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
  });
});

describe('roles', () => {
  const query = `mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { __typename
    ... on User { roles } ... on UserError { code path } } }`;
  const set = async (service: UsersService, input: object, as: Principal) =>
    (await service.ask({ query, variables: { input }, as })).data?.setUserRoles;

  test('are set by operators, and told', async () => {
    await using service = await openWithPeople();
    await service.users.start();
    expect(await set(service, { userId: service.ana.id, roles: ['SUPPORT', 'TRAVELER'] }, service.admin)).toEqual({
      __typename: 'User',
      roles: ['TRAVELER', 'SUPPORT'],
    });
    expect(await service.published('admin.commands')).toMatchObject([
      {
        type: 'admin.command',
        data: { subject: service.ana.id, outcome: 'DONE', command: 'setUserRoles TRAVELER,SUPPORT' },
      },
    ]);
    expect((await service.published('users')).at(-1)).toMatchObject({ type: 'user.updated', sequence: 2 });
  });

  test('are nobody else’s to set', async () => {
    await using service = await openWithPeople();
    const input = { userId: service.ana.id, roles: ['ADMIN'] };
    for (const as of [asUser(service.ana.id), asUser(service.ana.id, ['SUPPORT']), { kind: 'anonymous' } as const]) {
      expect(await set(service, input, as)).toMatchObject({ code: 'NOT_PERMITTED' });
    }
  });

  test('an operator cannot lock the door behind itself, and the attempt is on record', async () => {
    await using service = await openWithPeople();
    await service.users.start();
    const userId = service.admin.kind === 'user' ? service.admin.userId : '';
    expect(await set(service, { userId, roles: ['TRAVELER'] }, service.admin)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await service.published('admin.commands')).toMatchObject([{ data: { outcome: 'REFUSED' } }]);
  });

  test('an unknown account and an empty list have their own answers', async () => {
    await using service = await openWithPeople();
    expect(await set(service, { userId: 'usr_nobody', roles: ['OWNER'] }, service.admin)).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'userId'],
    });
    expect(await set(service, { userId: service.ana.id, roles: [] }, service.admin)).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });
});

describe('a profile', () => {
  const query = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename
    ... on User { profile { displayName homeAirport currency } }
    ... on ValidationFailed { problems { path } } ... on UserError { code } } }`;
  const update = async (service: UsersService, input: object, as: Principal) =>
    (await service.ask({ query, variables: { input }, as })).data?.updateProfile;

  test('changes in the given parts only; null clears what may be empty', async () => {
    await using service = await openWithPeople();
    const as = asUser(service.ana.id);
    await service.tell(airportTold('LIS', 1));
    expect(await update(service, { homeAirport: 'LIS' }, as)).toMatchObject({ profile: { homeAirport: 'LIS' } });
    expect(await update(service, { currency: 'JPY', homeAirport: null }, as)).toMatchObject({
      profile: { displayName: 'Ana', homeAirport: null, currency: 'JPY' },
    });
    expect(await update(service, { displayName: null, currency: null, homeAirport: null }, as)).toMatchObject({
      code: 'VALIDATION_FAILED',
      problems: [{ path: ['input', 'displayName'] }, { path: ['input', 'currency'] }],
    });
    expect(await update(service, { displayName: 'X' }, { kind: 'anonymous' })).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  test('a new name reaches the picture; others hear only of country and currency', async () => {
    await using service = await openWithPeople();
    await service.users.start();
    await update(service, { displayName: 'Zoe & Co' }, asUser(service.ana.id));
    expect(await service.users.application.showAvatar(service.ana.publicProfileId)).toContain('ZC');
    expect(await service.users.application.showAvatar('prf_nobody')).toBeUndefined();
    expect((await service.published('users')).map(({ type }) => type)).not.toContain('user.updated');
    await update(service, { currency: 'CHF' }, asUser(service.ana.id));
    expect((await service.published('users')).at(-1)).toMatchObject({
      type: 'user.updated',
      data: { currency: 'CHF' },
    });
  });
});

describe('seeding', () => {
  test('an account is made once and then left alone', async () => {
    await using service = await openUsersService();
    const { ensureAccount } = service.users.application;
    const first = await ensureAccount(account('Ana', ['OWNER']));
    const again = await ensureAccount({ ...account('Ana', ['ADMIN']), displayName: 'Other' });
    expect(first.created).toBe(true);
    expect(again).toEqual({ account: first.account, created: false });
    await expect(ensureAccount({ ...account('Bea'), password: 'x' })).rejects.toThrow('password');
  });

  test('profiles have the same ids on every machine, and running again adds none', async () => {
    await using service = await openUsersService();
    await service.users.start();
    const { ensureProfiles } = service.users.application;
    const batch = Array.from({ length: 500 }, (_, number) => ({
      key: `host/${number % 400}`,
      displayName: number % 2 ? `Host ${number}` : '',
      roles: ['OWNER'] as const,
      memberSince: '2020-01-01T00:00:00Z',
    }));
    const ids = await ensureProfiles(batch);
    expect(await ensureProfiles(batch)).toEqual(ids);
    expect(ids[0]).toEqual({
      key: 'host/0',
      userId: expect.stringMatching(/^usr_[0-9A-Za-z]{22}$/),
      publicProfileId: expect.stringMatching(/^prf_[0-9A-Za-z]{22}$/),
    });
    expect(ids[0]?.userId.slice(4)).not.toBe(ids[0]?.publicProfileId.slice(4));
    expect(await service.published('users')).toHaveLength(400);
  });
});
