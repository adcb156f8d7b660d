import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { PriceWatch } from '../domain/price-watch.ts';

/** Watches as event handlers and use cases change them. */
export interface WatchBook {
  /** Watches on these listings, and on searches with these keys. */
  lookingAt(
    executor: SqlExecutor,
    of: Readonly<{ listingIds: readonly string[]; searchKeys: readonly string[] }>,
  ): Promise<PriceWatch[]>;
  /** Watches that ask for the stock of these resources. */
  onResources(executor: SqlExecutor, resources: readonly string[]): Promise<PriceWatch[]>;
  find(executor: SqlExecutor, id: string): Promise<PriceWatch | undefined>;
  countOf(executor: SqlExecutor, userId: string): Promise<number>;
  /** @param resources whose stock it asks for */
  add(transaction: SqlTransaction, watch: PriceWatch, resources: readonly string[]): Promise<void>;
  /** Stores `next` if the row still has the version before it; throws otherwise, and the caller tries anew. */
  move(transaction: SqlTransaction, next: PriceWatch): Promise<void>;
  /** Sets whose stock it asks for. */
  setResources(transaction: SqlTransaction, watchId: string, resources: readonly string[]): Promise<void>;
  remove(transaction: SqlTransaction, id: string): Promise<void>;
  removeOf(transaction: SqlTransaction, userId: string): Promise<void>;
}
