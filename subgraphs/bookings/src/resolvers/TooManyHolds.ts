import type { TooManyHoldsResolvers } from '../generated/resolvers-types.ts';

/** One hold more than an account may have. */
export const TooManyHolds: TooManyHoldsResolvers = { retryAfter: ({ freeAtInMs }) => freeAtInMs };
