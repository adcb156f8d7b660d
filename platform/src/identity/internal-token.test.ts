import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSecrets } from '../config/secrets.ts';
import { createManualClock } from '../time/manual-clock.ts';
import { createInternalTokens, internalTokenLifetimeInMs } from './internal-token.ts';
import { anonymous, type Principal } from './principal.ts';

const admin: Principal = {
  kind: 'user',
  userId: 'usr_1',
  sessionId: 'ses_1',
  roles: ['ADMIN'],
  scopes: ['users:read'],
};
const { internalKey } = createSecrets();
const start = 1_790_000_000_123;

function open(key = internalKey) {
  const clock = createManualClock(start);
  return { clock, tokens: createInternalTokens({ key, clock }) };
}

describe('internal tokens', () => {
  test.each([admin, anonymous])('carry the principal whole (%#)', (principal) => {
    const { tokens } = open();
    const token = tokens.issue({ principal, audience: 'bookings' });
    expect(tokens.verify(token, 'bookings')).toEqual({
      ok: true,
      principal,
      expiresAt: start + internalTokenLifetimeInMs,
    });
  });

  test('speak to one subgraph only', () => {
    const { tokens } = open();
    expect(tokens.verify(tokens.issue({ principal: admin, audience: 'bookings' }), 'users')).toEqual({
      ok: false,
      reason: 'audience',
    });
  });

  test('end at the instant of expiry: after 60 s, or when the access token does', () => {
    const { tokens, clock } = open();
    const short = tokens.issue({ principal: admin, audience: 'deals' });
    const long = tokens.issue({ principal: admin, audience: 'deals', expiresAt: start + 600_001 });
    clock.advance(internalTokenLifetimeInMs - 1);
    expect(tokens.verify(short, 'deals').ok).toBe(true);
    clock.advance(1);
    expect(tokens.verify(short, 'deals')).toEqual({ ok: false, reason: 'expired' });
    clock.set(start + 600_000);
    expect(tokens.verify(long, 'deals')).toMatchObject({ ok: true, expiresAt: start + 600_001 });
    clock.advance(1);
    expect(tokens.verify(long, 'deals')).toEqual({ ok: false, reason: 'expired' });
  });

  test('any change of any character is refused', () => {
    const { tokens } = open();
    const token = tokens.issue({ principal: admin, audience: 'deals' });
    const characters = 'ABCabc012-_.= ';
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...characters), (index, character) => {
        fc.pre(token[index] !== character);
        expect(tokens.verify(token.slice(0, index) + character + token.slice(index + 1), 'deals').ok).toBe(false);
      }),
    );
    expect(tokens.verify(`${token}=`, 'deals').ok).toBe(false);
    expect(tokens.verify(`${token}.`, 'deals').ok).toBe(false);
  });

  test('alg none and another key are refused', () => {
    const { tokens } = open();
    const [, payload, signature] = tokens.issue({ principal: admin, audience: 'deals' }).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(tokens.verify(`${none}.${payload}.`, 'deals')).toEqual({ ok: false, reason: 'malformed' });
    expect(tokens.verify(`${none}.${payload}.${signature}`, 'deals')).toEqual({ ok: false, reason: 'malformed' });
    const foreign = open(createSecrets().internalKey).tokens.issue({ principal: admin, audience: 'deals' });
    expect(tokens.verify(foreign, 'deals')).toEqual({ ok: false, reason: 'forged' });
  });

  test.each(['', 'a', 'a.b.c', 'x'.repeat(1_000_000)])('nonsense is refused (%#)', (text) => {
    expect(open().tokens.verify(text, 'deals')).toEqual({ ok: false, reason: 'malformed' });
  });

  test('a short key is refused at start', () => {
    expect(() => open(new Uint8Array(31))).toThrow('32 bytes');
  });
});
