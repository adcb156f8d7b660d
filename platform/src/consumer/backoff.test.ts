import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backoffInMs } from './backoff.ts';

const policy = { baseDelayInMs: 50, maxDelayInMs: 2_000 };

test('the longest wait doubles with each attempt up to the limit', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 60].map((attempt) => backoffInMs(policy, attempt, 1));
  expect(longest).toEqual([50, 100, 200, 400, 800, 1_600, 2_000, 2_000]);
});

test('jitter is full: any wait from nothing to the longest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, random) => {
        const wait = backoffInMs(policy, attempt, random);
        expect(wait).toBe(Math.floor(random * Math.min(2_000, 50 * 2 ** (attempt - 1))));
        expect(wait).toBeLessThan(2_000);
      },
    ),
  );
});
