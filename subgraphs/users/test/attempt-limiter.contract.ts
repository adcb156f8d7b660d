import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { Clock } from '@meridian/platform/time/clock';
import type { AttemptLimiter } from '../src/ports/attempt-limiter.ts';

/** A limiter and the clock that it looks at. */
export type AttemptLimiterFixture = Readonly<{ limiter: AttemptLimiter; clock: Clock & { advance(ms: number): void } }>;

const one = { bucket: 'one', limit: 2, windowInMs: 1000 };
const other = { bucket: 'other', limit: 3, windowInMs: 1000 };

/** What every adapter of {@link AttemptLimiter} promises. */
export const attemptLimiterCases: readonly ContractCase<AttemptLimiterFixture>[] = [
  {
    name: 'allows as many as the limit and tells how long to wait',
    run: async ({ limiter, clock }) => {
      expect(await limiter.take([one])).toEqual({ ok: true });
      clock.advance(400);
      expect(await limiter.take([one])).toEqual({ ok: true });
      expect(await limiter.take([one])).toEqual({ ok: false, retryAfterInMs: 600 });
    },
  },
  {
    name: 'a window that is over counts no more',
    run: async ({ limiter, clock }) => {
      await limiter.take([one]);
      await limiter.take([one]);
      clock.advance(999);
      expect((await limiter.take([one])).ok).toBe(false);
      clock.advance(1);
      expect((await limiter.take([one])).ok).toBe(true);
    },
  },
  {
    name: 'a refusal takes from no bucket',
    run: async ({ limiter }) => {
      await limiter.take([one]);
      await limiter.take([one]);
      for (let attempt = 0; attempt < 5; attempt += 1) expect((await limiter.take([other, one])).ok).toBe(false);
      for (let attempt = 0; attempt < 3; attempt += 1) expect((await limiter.take([other])).ok).toBe(true);
      expect((await limiter.take([other])).ok).toBe(false);
    },
  },
  {
    name: 'attempts at the same time are counted one by one',
    run: async ({ limiter }) => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => limiter.take([one])));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    },
  },
  {
    name: 'what is given back can be taken again, and never more than that',
    run: async ({ limiter }) => {
      await limiter.take([one]);
      await limiter.giveBack([one]);
      await limiter.giveBack([one]);
      expect((await limiter.take([one])).ok).toBe(true);
      expect((await limiter.take([one])).ok).toBe(true);
      expect((await limiter.take([one])).ok).toBe(false);
    },
  },
  {
    name: 'no rule, no limit',
    run: async ({ limiter }) => {
      expect(await limiter.take([])).toEqual({ ok: true });
    },
  },
];
