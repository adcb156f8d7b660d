import type { PriceHistoryResolvers } from '../generated/resolvers-types.ts';

/** How the prices under a key went. */
export const PriceHistory: PriceHistoryResolvers = { comparableKey: ({ key }) => key };
