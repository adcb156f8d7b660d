import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseBusyError } from '../sql/sql-database.ts';
import { backoffInMs, type RetryPolicy } from './backoff.ts';

/** Thrown when the wait for another attempt was ended by {@link Patience.giveUp}. */
class GaveUpError extends Error {
  override readonly name = 'GaveUpError';
}

/** Tries work again. A busy database is waited for and never counts as an attempt. */
export interface Patience {
  /** One attempt. Resolves with what failed, or with nothing. */
  once(work: () => Promise<void>): Promise<Error | undefined>;
  /** As many attempts as the policy allows. Resolves with what failed last, or with nothing. */
  attempt(work: () => Promise<void>): Promise<Error | undefined>;
  /** Ends every wait, now and later, with {@link GaveUpError}. */
  giveUp(): void;
}

/** @param random a number in [0, 1), for the jitter */
export function createPatience(policy: RetryPolicy, random: () => number): Patience {
  const closing = new AbortController();
  const pause = async (attempt: number) => {
    const options = { signal: closing.signal, ref: false };
    await delay(backoffInMs(policy, attempt, random()), undefined, options).catch(() => {
      throw new GaveUpError('The consumer is closing.');
    });
  };
  const once = async (work: () => Promise<void>): Promise<Error | undefined> => {
    for (let waits = 1; ; waits += 1) {
      try {
        await work();
        return undefined;
      } catch (error) {
        if (!(error instanceof DatabaseBusyError)) return error instanceof Error ? error : new Error(String(error));
        await pause(waits);
      }
    }
  };
  return {
    once,
    async attempt(work) {
      for (let attempt = 1; ; attempt += 1) {
        const failure = await once(work);
        if (!failure || attempt >= policy.maxAttempts) return failure;
        await pause(attempt);
      }
    },
    giveUp: () => closing.abort(),
  };
}
