import { expect, test } from '@jest/globals';
import type { Clock } from '@meridian/platform/time/clock';
import type { AttemptLimiter } from '../src/ports/attempt-limiter.ts';

type Open = () => Promise<
  AsyncDisposable & { readonly limiter: AttemptLimiter; readonly clock: Clock & { advance(ms: number): void } }
>;

const one = { bucket: 'one', limit: 2, windowInMs: 1000 };
const other = { bucket: 'other', limit: 3, windowInMs: 1000 };

/** What every adapter of {@link AttemptLimiter} promises. */
export function describeAttemptLimiter(adapter: string, open: Open): void {
  const promise = (name: string, run: (opened: Awaited<ReturnType<Open>>) => Promise<void>) =>
    test(`AttemptLimiter on ${adapter}: ${name}`, async () => {
      await using opened = await open();
      await run(opened);
    });

  promise('allows as many as the limit and tells how long to wait', async ({ limiter, clock }) => {
    expect(await limiter.take([one])).toEqual({ ok: true });
    clock.advance(400);
    expect(await limiter.take([one])).toEqual({ ok: true });
    expect(await limiter.take([one])).toEqual({ ok: false, retryAfterInMs: 600 });
  });

  promise('a window that is over counts no more', async ({ limiter, clock }) => {
    await limiter.take([one]);
    await limiter.take([one]);
    clock.advance(999);
    expect((await limiter.take([one])).ok).toBe(false);
    clock.advance(1);
    expect((await limiter.take([one])).ok).toBe(true);
  });

  promise('a refusal takes from no bucket', async ({ limiter }) => {
    await limiter.take([one]);
    await limiter.take([one]);
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await limiter.take([other, one])).ok).toBe(false);
    for (let attempt = 0; attempt < 3; attempt += 1) expect((await limiter.take([other])).ok).toBe(true);
    expect((await limiter.take([other])).ok).toBe(false);
  });

  promise('attempts at the same time are counted one by one', async ({ limiter }) => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => limiter.take([one])));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  });

  promise('what is given back can be taken again, and never more than that', async ({ limiter }) => {
    await limiter.take([one]);
    await limiter.giveBack([one]);
    await limiter.giveBack([one]);
    expect((await limiter.take([one])).ok).toBe(true);
    expect((await limiter.take([one])).ok).toBe(true);
    expect((await limiter.take([one])).ok).toBe(false);
  });

  promise('no rule, no limit', async ({ limiter }) => {
    expect(await limiter.take([])).toEqual({ ok: true });
  });
}
