import { expect, test } from '@jest/globals';
import { createSession, type Tokens } from '../playground/src/session.ts';

const start = Date.UTC(2026, 10, 20);
const tokens = (accessToken: string, minutes: number): Tokens => ({
  accessToken,
  accessTokenExpiresAt: new Date(start + minutes * 60_000).toISOString(),
});

/** A session of ten minutes, with a clock to move and the next tokens to give. */
function openSession(next: (Tokens | undefined)[]) {
  const state = { now: start, renewals: 0 };
  const renew = async () => {
    state.renewals += 1;
    return next.shift();
  };
  return { state, session: createSession(tokens('first', 10), { renew, now: () => state.now }) };
}

test('a token is used until shortly before its end, and then traded once, however many ask', async () => {
  const { state, session } = openSession([tokens('second', 20)]);
  state.now = start + 9 * 60_000;
  expect([await session.token(), state.renewals]).toEqual(['first', 0]);
  state.now = start + 9.6 * 60_000;
  expect(await Promise.all([session.token(), session.token()])).toEqual(['second', 'second']);
  expect([await session.token(), state.renewals]).toEqual(['second', 1]);
});

test('one that cannot be traded is shown to the server all the same, and asked for again later', async () => {
  const { state, session } = openSession([undefined, tokens('second', 30)]);
  state.now = start + 15 * 60_000;
  expect(await session.token()).toBe('first');
  expect(await session.token()).toBe('second');
});
