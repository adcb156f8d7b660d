import type { Principal } from '@meridian/platform/identity/principal';
import { networkOf } from '@meridian/platform/values/network';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Endpoint } from './endpoint.ts';
import type { Refusal } from './refusals.ts';

/** How many operations one caller may send in a window. Users are counted by their id, everybody else by address. */
export type RateBudget = Readonly<{ operations: number; windowInSeconds: number }>;
export type RateBudgets = Readonly<{
  publicPerAddress: RateBudget;
  anonymousPerAddress: RateBudget;
  perUser: RateBudget;
}>;

export const defaultRateBudgets: RateBudgets = {
  publicPerAddress: { operations: 120, windowInSeconds: 60 },
  anonymousPerAddress: { operations: 1200, windowInSeconds: 60 },
  perUser: { operations: 3000, windowInSeconds: 60 },
};

export interface RateLimits {
  /** Takes one operation from the caller's budget, or says when there is one again. */
  take(
    request: Readonly<{ view: Endpoint['view']; principal: Principal; address: string }>,
  ): Promise<Refusal | undefined>;
}

const refusalOf = (retryAfterInSeconds: number): Refusal => ({
  code: 'RATE_LIMITED',
  message: `Too many requests. Ask again in ${retryAfterInSeconds} s.`,
  retryAfterInSeconds,
});

const defaultMaxCallers = 100_000;

/**
 * Counts the latest so many callers and forgets the one who has been quiet for longest: a flood of addresses takes no more memory
 * than that, and who goes on asking stays counted.
 */
function createLimiter({ operations, windowInSeconds }: RateBudget, maxCallers: number) {
  const counts = new RateLimiterMemory({ points: operations, duration: windowInSeconds });
  const callers = new LRUCache<string, true>({ max: maxCallers, dispose: (_, caller) => void counts.delete(caller) });
  return {
    consume(caller: string) {
      callers.set(caller, true, { noDisposeOnSet: true });
      return counts.consume(caller);
    },
  };
}

/** Counts in this process's memory. @param maxCallers how many callers of each kind are remembered */
export function createRateLimits(budgets: RateBudgets, maxCallers = defaultMaxCallers): RateLimits {
  const limiters = {
    public: createLimiter(budgets.publicPerAddress, maxCallers),
    anonymous: createLimiter(budgets.anonymousPerAddress, maxCallers),
    user: createLimiter(budgets.perUser, maxCallers),
  };
  return {
    async take({ view, principal, address }) {
      const kind = view === 'public' ? 'public' : principal.kind;
      const key = principal.kind === 'user' && kind === 'user' ? principal.userId : networkOf(address);
      try {
        await limiters[kind].consume(key);
        return undefined;
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        return refusalOf(Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)));
      }
    },
  };
}
