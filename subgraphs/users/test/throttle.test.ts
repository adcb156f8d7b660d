import { describe, expect, test } from '@jest/globals';
import { openUsersService } from './harness.ts';
import { ana, signIn, signUp } from './session-client.ts';

describe('signing up', () => {
  test('is limited per network address', async () => {
    await using service = await openUsersService({ limits: { signUpsPerAddress: 1 } });
    await signUp(service);
    expect(await signUp(service, { ...ana, email: 'b@example.com' })).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});

describe('whether an address has an account', () => {
  const limits = { signUpsPerAddress: 20 };
  const newcomer = (name: string) => ({ ...ana, email: `${name}@example.com` });

  test('is told by sign-ups so seldom that nobody can try out a list of addresses', async () => {
    await using service = await openUsersService({ limits });
    await signUp(service);
    for (let probe = 0; probe < 2; probe += 1) expect(await signUp(service)).toMatchObject({ code: 'EMAIL_TAKEN' });
    for (const input of [ana, newcomer('bea')]) {
      expect(await signUp(service, input)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    }
    expect(await signUp(service, newcomer('bea'), '192.0.2.9')).toMatchObject({ __typename: 'AuthenticatedSession' });
    service.clock.advance(3_600_000);
    expect(await signUp(service, newcomer('cem'))).toMatchObject({ __typename: 'AuthenticatedSession' });
  });

  test('is asked by nobody who signs up new addresses: those are not counted as questions', async () => {
    await using service = await openUsersService({ limits });
    for (const name of ['bea', 'cem', 'dan', 'eve']) {
      expect(await signUp(service, newcomer(name))).toMatchObject({ __typename: 'AuthenticatedSession' });
    }
  });
});

describe('signing in', () => {
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

  test('an account that is tried from many addresses is throttled as well', async () => {
    await using service = await openUsersService({ limits: { signInsPerAccount: 2 } });
    await signUp(service);
    const wrong = { ...ana, password: 'wrong password' };
    for (const from of ['192.0.2.1', '192.0.2.2']) {
      expect(await signIn(service, wrong, from)).toMatchObject({ code: 'INVALID_CREDENTIALS' });
    }
    expect(await signIn(service, ana, '192.0.2.3')).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  test('an IPv6 network counts as one address, for whoever has one of its addresses has all', async () => {
    await using service = await openUsersService({ limits: { signInsPerAddress: 2 } });
    const attempt = (host: string) =>
      signIn(service, { email: `${host}@example.com`, password: 'x' }, `2001:db8:1:2::${host}`);
    expect([await attempt('1'), await attempt('2'), await attempt('3')]).toMatchObject([
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
