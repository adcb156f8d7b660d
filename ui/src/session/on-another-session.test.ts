import { expect, test } from '@jest/globals';
import { createStore } from '../state/store.ts';
import { onAnotherSession } from './on-another-session.ts';
import type { SessionState } from './session.ts';

const signedIn = (accessToken: string): SessionState => ({ status: 'signedIn', accessToken, expiresAt: 0 });

/** How often the page is told while its session goes through these states. */
function countChanges([first = { status: 'unknown' }, ...rest]: readonly SessionState[]): number {
  const session = createStore<SessionState>(first);
  let told = 0;
  onAnotherSession(session, () => {
    told += 1;
  });
  for (const state of rest) session.set(state);
  return told;
}

test.each<readonly [string, number, readonly SessionState[]]>([
  ['who was signed in all along is found out', 0, [{ status: 'unknown' }, signedIn('one')]],
  ['the same session gets a new token', 0, [signedIn('one'), signedIn('two')]],
  ['somebody signs out', 1, [signedIn('one'), { status: 'signedOut' }]],
  ['somebody signs in', 1, [{ status: 'signedOut' }, signedIn('one')]],
  ['another tab signs in', 1, [{ status: 'signedOut' }, { status: 'unknown' }, signedIn('one')]],
])('%s: told %d times', (_, times, states) => {
  expect(countChanges(states)).toBe(times);
});
