import { describe, expect, test } from '@jest/globals';
import { createAccessTokenVerifier, jwksOf } from '@meridian/platform/identity/access-token';
import { createArgon2PasswordHasher } from '../src/adapters/argon2-password-hasher.ts';
import { createSignIn } from '../src/application/sign-in.ts';
import { defaultAttemptLimits } from '../src/domain/attempts.ts';
import { openUsersService, testPasswordCost, type UsersService } from './harness.ts';
import { ana, refresh, signIn, signUp } from './session-client.ts';

/** What the edge checks access tokens with. */
const verifierOf = async ({ secrets, clock }: UsersService) =>
  createAccessTokenVerifier({ jwks: await jwksOf(secrets.accessKeys), clock, issuer: 'test' });

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
    const verifier = await verifierOf(service);
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

  // As the schema and the README say: whoever signs out forgets the token.
  test('leaves the access token good until its own end, ten minutes at most', async () => {
    await using service = await openUsersService();
    const { accessToken, refreshToken } = await signUp(service);
    const verifier = await verifierOf(service);
    expect(await signOut(service, { refreshToken })).toEqual({ endedSessions: 1 });
    service.clock.advance(599_999);
    expect(await verifier.verify(accessToken)).toMatchObject({ ok: true });
    service.clock.advance(1);
    expect(await verifier.verify(accessToken)).toMatchObject({ ok: false });
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
