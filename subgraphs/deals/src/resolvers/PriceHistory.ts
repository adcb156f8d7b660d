import type { History } from '../application/read-price-history.ts';

/** How the prices under a key went. */
export const PriceHistory = {
  comparableKey: ({ key }: History) => key,
  points: ({ points }: History) => [...points],
};
