import type { StockLevel } from '../domain/stock.ts';

/** What remains of resources, as bookings tells it. Within a transaction. */
export interface StockBook {
  /** Stores levels, unless a later change (epoch milliseconds) of the same resource and date is stored. */
  put(levels: readonly (StockLevel & { readonly changedAt: number })[]): Promise<void>;
  /** Levels of resources from a local date on. */
  levels(resources: readonly string[], fromSlot: string): Promise<StockLevel[]>;
}
