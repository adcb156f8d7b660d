import type { SlotCount, SlotUnits } from '../domain/inventory.ts';

/** Which slot had too little. */
export type Shortage = Readonly<{ slot: SlotUnits; remaining: number }>;

/** Every slot after the change, or the first one that had too little. */
export type StockAnswer =
  | Readonly<{ ok: true; counts: readonly SlotCount[] }>
  | Readonly<{ ok: false; shortage: Shortage }>;

/**
 * The inventory, within a transaction.
 *
 * Guarantees, held by `test/booking-store.contract.ts`: under any race `held + sold ≤ capacity` per slot, and what is taken of a
 * bucket stays within its limit; `take` takes every slot or, when the transaction is rolled back as it must be, none.
 */
export interface Stock {
  /**
   * Takes units as held, slot by slot in the fixed order. After `ok: false` the transaction must not commit.
   * @param bucketLimits how much may be taken of each bucket that the slots name; a bucket without a limit sells nothing
   */
  take(slots: readonly SlotUnits[], bucketLimits: Readonly<Record<string, number>>): Promise<StockAnswer>;
  /** Held units become sold. */
  sell(slots: readonly SlotUnits[]): Promise<readonly SlotCount[]>;
  /** Units go back. */
  free(slots: readonly SlotUnits[], from: 'held' | 'sold'): Promise<readonly SlotCount[]>;
}

/** Looks at the inventory without taking anything. What it sees may be gone a moment later. */
export interface StockCheck {
  /** The first slot of which too little is left. */
  shortageOf(
    slots: readonly SlotUnits[],
    bucketLimits: Readonly<Record<string, number>>,
  ): Promise<Shortage | undefined>;
}
