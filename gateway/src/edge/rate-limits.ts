import type { Principal } from '@meridian/platform/identity/principal';
import { networkOf } from '@meridian/platform/values/network';
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

const limiter = ({ operations, windowInSeconds }: RateBudget) =>
  new RateLimiterMemory({ points: operations, duration: windowInSeconds });

/** Counts in this process's memory. */
export function createRateLimits(budgets: RateBudgets): RateLimits {
  const limiters = {
    public: limiter(budgets.publicPerAddress),
    anonymous: limiter(budgets.anonymousPerAddress),
    user: limiter(budgets.perUser),
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
