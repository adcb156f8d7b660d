import type { HoldExpiredResolvers } from '../generated/resolvers-types.ts';

/** A hold whose time is over. */
export const HoldExpired: HoldExpiredResolvers = { expiredAt: ({ expiredAtInMs }) => expiredAtInMs };
