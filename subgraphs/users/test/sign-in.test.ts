import { describe, expect, test } from '@jest/globals';
import { createAccessTokenVerifier, jwksOf } from '@meridian/platform/identity/access-token';
import { createArgon2PasswordHasher } from '../src/adapters/argon2-password-hasher.ts';
import { createSignIn } from '../src/application/sign-in.ts';
import { defaultAttemptLimits } from '../src/domain/attempts.ts';
import { openUsersService, testPasswordCost, type UsersService } from './harness.ts';

const signUpText = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename
  ... on AuthenticatedSession { accessToken accessTokenExpiresAt refreshToken user { id email roles profile { displayName } } }
  ... on UserError { code message path retryable }
  ... on ValidationFailed { problems { path message } } } }`;
const signInText = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on AuthenticatedSession { accessToken refreshToken user { id } }
  ... on UserError { code message path retryable } ... on TooManyAttempts { retryAfterInSeconds } } }`;
const refreshText = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { __typename
  ... on AuthenticatedSession { accessToken refreshToken } ... on UserError { code } } }`;

const ana = { email: 'Ana@Example.com', password: 'correct horse', displayName: 'Ana Sousa' };

const credentials = { email: ana.email, password: ana.password };

type Session = { __typename: string; accessToken: string; refreshToken: string; user: { id: string } };

async function signUp(service: UsersService, input: object = ana) {
  const { data, errors } = await service.ask({ query: signUpText, variables: { input } });
  expect(errors).toBeUndefined();
  return data?.signUp as Session;
}
async function signIn(service: UsersService, { email, password }: typeof credentials, from?: string) {
  const input = { email, password };
  const { data } = await service.ask({ query: signInText, variables: { input }, ...(from ? { from } : {}) });
  return data?.signIn as Session & { retryAfterInSeconds: number };
}
async function refresh(service: UsersService, refreshToken: string) {
  const { data } = await service.ask({ query: refreshText, variables: { input: { refreshToken } } });
  return data?.refreshSession as Session;
}

describe('signing up', () => {
  test('opens an account whose access token the edge accepts', async () => {
    await using service = await openUsersService();
    const session = await signUp(service, {
      ...ana,
      accountType: 'OWNER',
      countryCode: 'PT',
      currency: 'EUR',
      locale: 'pt',
    });
    expect(session.user).toMatchObject({
      email: 'ana@example.com',
      roles: ['TRAVELER', 'OWNER'],
      profile: { displayName: 'Ana Sousa' },
    });
    const jwks = await jwksOf(service.secrets.accessKeys);
    const verifier = createAccessTokenVerifier({ jwks, clock: service.clock, issuer: 'test' });
    expect(await verifier.verify(session.accessToken)).toMatchObject({
      ok: true,
      principal: { userId: session.user.id, roles: ['TRAVELER', 'OWNER'] },
      expiresAt: service.clock.now() + 600_000,
    });
  });

  test('tells others ids and roles, and nothing of the person', async () => {
    await using service = await openUsersService();
    const session = await signUp(service);
    await service.users.start();
    const [event, ...more] = await service.published('users');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: 'user.created', subject: session.user.id, sequence: 1 });
    expect(event?.data).toMatchObject({ userId: session.user.id, roles: ['TRAVELER'], currency: 'USD' });
    expect(JSON.stringify(event)).not.toMatch(/ana|sousa|example/i);
  });

  test('an address has one account, in whatever case it is written', async () => {
    await using service = await openUsersService();
    await signUp(service);
    expect(await signUp(service, { ...ana, email: ' ANA@example.COM' })).toMatchObject({
      __typename: 'EmailTaken',
      code: 'EMAIL_TAKEN',
      path: ['input', 'email'],
    });
  });

  test('two at once with one address: one account', async () => {
    await using service = await openUsersService();
    const answers = await Promise.all([signUp(service), signUp(service), signUp(service)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'AuthenticatedSession',
      'EmailTaken',
      'EmailTaken',
    ]);
  });

  test('lists every problem at once and writes nothing', async () => {
    await using service = await openUsersService();
    const answer = await signUp(service, { email: 'nobody', password: 'short', displayName: ' ', locale: '!' });
    expect(answer).toMatchObject({ __typename: 'ValidationFailed', path: ['input', 'email'], retryable: false });
    expect((answer as unknown as { problems: unknown[] }).problems).toHaveLength(4);
  });

  test('is limited per network address', async () => {
    await using service = await openUsersService({ limits: { signUpsPerAddress: 1 } });
    await signUp(service);
    expect(await signUp(service, { ...ana, email: 'b@example.com' })).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown address get the same answer', async () => {
    await using service = await openUsersService();
    await signUp(service);
    const wrong = await signIn(service, { email: ana.email, password: 'wrong password' });
    const unknown = await signIn(service, { email: 'nobody@example.com', password: 'wrong password' });
    expect(wrong).toEqual({
      __typename: 'InvalidCredentials',
      code: 'INVALID_CREDENTIALS',
      message: expect.any(String),
      path: null,
      retryable: false,
    });
    expect(unknown).toEqual(wrong);
  });

  test('profiles of a data set cannot sign in, with whatever password', async () => {
    await using service = await openUsersService();
    await service.users.application.ensureProfiles([
      { key: 'host/1', displayName: 'Host', memberSince: '2020-01-01T00:00:00.000Z' },
    ]);
    expect(await signIn(service, { email: 'host@example.com', password: 'x' })).toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
  });

  test('is throttled per account and address, for known and unknown accounts alike, the right password included', async () => {
    await using service = await openUsersService({ limits: { signInsPerAccountAndAddress: 3 } });
    await signUp(service);
    for (const email of [ana.email, 'nobody@example.com']) {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expect(await signIn(service, { email, password: 'wrong password' })).toMatchObject({
          code: 'INVALID_CREDENTIALS',
        });
      }
      expect(await signIn(service, { email, password: ana.password })).toMatchObject({
        __typename: 'TooManyAttempts',
        retryable: true,
        retryAfterInSeconds: 900,
      });
    }
    expect(await signIn(service, ana, '192.0.2.2')).toMatchObject({ __typename: 'AuthenticatedSession' });
    service.clock.advance(900_000);
    expect(await signIn(service, ana)).toMatchObject({ __typename: 'AuthenticatedSession' });
  });

  test('an address that tries many accounts is throttled as well', async () => {
    await using service = await openUsersService({ limits: { signInsPerAddress: 2 } });
    const attempt = (number: number) => signIn(service, { email: `person${number}@example.com`, password: 'x' });
    expect([await attempt(1), await attempt(2), await attempt(3)]).toMatchObject([
      { code: 'INVALID_CREDENTIALS' },
      { code: 'INVALID_CREDENTIALS' },
      { code: 'TOO_MANY_ATTEMPTS' },
    ]);
  });

  test('honest sign-ins are not counted', async () => {
    await using service = await openUsersService({ limits: { signInsPerAccountAndAddress: 2 } });
    await signUp(service);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await signIn(service, ana)).toMatchObject({ __typename: 'AuthenticatedSession' });
    }
  });
});

describe('refreshing', () => {
  test('trades the token for another one, and the new one goes on', async () => {
    await using service = await openUsersService();
    const first = await signUp(service);
    const second = await refresh(service, first.refreshToken);
    service.clock.advance(60_000);
    const third = await refresh(service, second.refreshToken);
    expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
  });

  test('a token that was traded a moment ago gets the same successor: two tabs, a lost answer', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    const [left, right] = await Promise.all([refresh(service, refreshToken), refresh(service, refreshToken)]);
    service.clock.advance(9_999);
    const late = await refresh(service, refreshToken);
    expect(new Set([left, right, late].map((session) => session.refreshToken)).size).toBe(1);
    expect(await refresh(service, late.refreshToken)).toMatchObject({ __typename: 'AuthenticatedSession' });
  });

  test('a token that is used again later ends the whole session, the newest token included', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    const newest = await refresh(service, refreshToken);
    service.clock.advance(10_000);
    expect(await refresh(service, refreshToken)).toMatchObject({ __typename: 'SessionEnded', code: 'SESSION_ENDED' });
    expect(await refresh(service, newest.refreshToken)).toMatchObject({ __typename: 'SessionEnded' });
  });

  test('reuse in one session leaves the others alone', async () => {
    await using service = await openUsersService();
    const stolen = await signUp(service);
    const other = await signIn(service, ana);
    await refresh(service, stolen.refreshToken);
    service.clock.advance(10_000);
    await refresh(service, stolen.refreshToken);
    expect(await refresh(service, other.refreshToken)).toMatchObject({ __typename: 'AuthenticatedSession' });
  });

  test('ends after 30 days without use, and for a token that never was', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    service.clock.advance(30 * 86_400_000);
    expect(await refresh(service, refreshToken)).toMatchObject({ code: 'SESSION_ENDED' });
    expect(await refresh(service, 'never was')).toMatchObject({ code: 'SESSION_ENDED' });
  });

  test('no token is stored as it is', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    const next = await refresh(service, refreshToken);
    expect(next.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(refreshToken).toMatch(/^[\w-]{43}$/);
  });
});

describe('signing out', () => {
  const signOutText = `mutation ($input: SignOutInput) { signOut(input: $input) { ... on SignedOut { endedSessions }
    ... on UserError { code } } }`;
  const signOut = async (service: UsersService, input: object) =>
    (await service.ask({ query: signOutText, variables: { input } })).data?.signOut;

  test('by refresh token ends that session, once, without a word about tokens that never were', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    expect(await signOut(service, { refreshToken: 'never was' })).toEqual({ endedSessions: 0 });
    expect(await signOut(service, { refreshToken })).toEqual({ endedSessions: 1 });
    expect(await signOut(service, { refreshToken })).toEqual({ endedSessions: 0 });
    expect(await refresh(service, refreshToken)).toMatchObject({ code: 'SESSION_ENDED' });
  });

  test('a stranger ends nothing', async () => {
    await using service = await openUsersService();
    const { refreshToken } = await signUp(service);
    expect(await signOut(service, { everywhere: true })).toEqual({ endedSessions: 0 });
    expect(await signOut(service, { everywhere: true, sessionId: 'ses_1' })).toEqual({ code: 'VALIDATION_FAILED' });
    expect(await refresh(service, refreshToken)).toMatchObject({ __typename: 'AuthenticatedSession' });
  });
});

test('an unknown address costs a hash as a wrong password does', async () => {
  const hasher = await createArgon2PasswordHasher(testPasswordCost);
  const checked: (string | undefined)[] = [];
  const signIn = createSignIn({
    store: { transaction: () => Promise.reject(new Error('Nobody signs in here.')) },
    directory: { credentials: async () => undefined },
    hasher: {
      ...hasher,
      verify: (hash, password) => {
        checked.push(hash);
        return hasher.verify(hash, password);
      },
    },
    limiter: { take: async () => ({ ok: true }), giveBack: async () => undefined },
    limits: defaultAttemptLimits,
    sessions: {
      open: () => Promise.reject(new Error('Nobody.')),
      complete: () => Promise.reject(new Error('Nobody.')),
    },
  });
  const answer = await signIn({ email: 'nobody@example.com', password: 'a password that no account has' });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'INVALID_CREDENTIALS' } });
  expect(checked).toEqual([undefined]);
});
