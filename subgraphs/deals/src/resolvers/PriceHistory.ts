import type { History } from '../application/read-price-history.ts';

export const PriceHistory = {
  comparableKey: ({ key }: History) => key,
  points: ({ points }: History) => [...points],
};
