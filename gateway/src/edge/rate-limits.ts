import type { Principal } from '@meridian/platform/identity/principal';
import { networkOf } from '@meridian/platform/values/network';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Endpoint } from './endpoint.ts';
import type { Refusal } from './refusals.ts';

/** How much one caller may ask in a window. */
export type RateBudget = Readonly<{ operations: number; windowInSeconds: number }>;

/** An operation at the first party's door takes from two: from its address's, and from its user's or its address's as a stranger. */
export type RateBudgets = Readonly<{
  /** At the public door: operations, and sockets that introduce themselves. */
  publicPerAddress: RateBudget;
  /**
   * At the first party's: the same, and calls to `/auth`, whoever they are from. It is taken from before a token is looked at, so
   * that tokens cannot be tried, nor signatures be verified, without end. Many users can share an address.
   */
  perAddress: RateBudget;
  /** Operations of those who did not sign in. */
  anonymousPerAddress: RateBudget;
  /** Operations of one account, from wherever. */
  perUser: RateBudget;
}>;

/** Safe on the open internet, where many people can share one address. */
export const defaultRateBudgets: RateBudgets = {
  publicPerAddress: { operations: 120, windowInSeconds: 60 },
  perAddress: { operations: 6000, windowInSeconds: 60 },
  anonymousPerAddress: { operations: 1200, windowInSeconds: 60 },
  perUser: { operations: 3000, windowInSeconds: 60 },
};

type Knock = Readonly<{ view: Endpoint['view']; address: string }>;

/** Takes one from a budget, or says when there is one again. */
export interface RateLimits {
  /** From the address's, before anything is known of who asks. */
  takeFromAddress(knock: Knock): Promise<Refusal | undefined>;
  /** From the caller's own, for an operation. At the public door everybody is his address, and that has paid. */
  takeFromCaller(operation: Knock & Readonly<{ principal: Principal }>): Promise<Refusal | undefined>;
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
    async take(caller: string): Promise<Refusal | undefined> {
      callers.set(caller, true, { noDisposeOnSet: true });
      try {
        await counts.consume(caller);
        return undefined;
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        return refusalOf(Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)));
      }
    },
  };
}

/**
 * Counts in this process's memory, in fixed windows that begin with a caller's first operation. Several gateways count each for
 * itself. @param maxCallers how many callers of each budget are remembered
 */
export function createRateLimits(budgets: RateBudgets, maxCallers = defaultMaxCallers): RateLimits {
  const perAddress = {
    public: createLimiter(budgets.publicPerAddress, maxCallers),
    firstParty: createLimiter(budgets.perAddress, maxCallers),
  };
  const anonymousPerAddress = createLimiter(budgets.anonymousPerAddress, maxCallers);
  const perUser = createLimiter(budgets.perUser, maxCallers);
  return {
    takeFromAddress: ({ view, address }) => perAddress[view].take(networkOf(address)),
    async takeFromCaller({ view, principal, address }) {
      if (view === 'public') return undefined;
      return principal.kind === 'user' ? perUser.take(principal.userId) : anonymousPerAddress.take(networkOf(address));
    },
  };
}
