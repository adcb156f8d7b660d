import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideRefresh, type RefreshToken, rotationGraceInMs } from './refresh.ts';

const newest: RefreshToken = {
  hash: 'h',
  sessionId: 'ses_1',
  userId: 'usr_1',
  expiresAt: 1_000_000,
  rotatedAt: null,
  sessionExpiresAt: 2_000_000,
  sessionEndedAt: null,
};

describe('a refresh token', () => {
  test('is traded while it is the newest', () => {
    expect(decideRefresh(newest, 999_999)).toBe('ROTATE');
  });

  test('ends at the very instant of its expiry, of its session, and of a sign-out', () => {
    expect(decideRefresh(newest, 1_000_000)).toBe('ENDED');
    expect(decideRefresh({ ...newest, expiresAt: 9_000_000 }, 2_000_000)).toBe('ENDED');
    expect(decideRefresh({ ...newest, sessionEndedAt: 5 }, 6)).toBe('ENDED');
  });

  test('gets the same successor for ten seconds, and revokes the session from then on', () => {
    const rotated = { ...newest, rotatedAt: 100_000 };
    expect(decideRefresh(rotated, 100_000)).toBe('REPEAT');
    expect(decideRefresh(rotated, 100_000 + rotationGraceInMs - 1)).toBe('REPEAT');
    expect(decideRefresh(rotated, 100_000 + rotationGraceInMs)).toBe('REVOKE');
  });

  test('an ended session never comes back, whatever the times', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.option(fc.nat()), (at, endedAt, rotatedAt) => {
        expect(decideRefresh({ ...newest, rotatedAt, sessionEndedAt: endedAt }, at)).toBe('ENDED');
      }),
    );
  });
});
