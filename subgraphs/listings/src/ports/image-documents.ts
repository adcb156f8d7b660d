import type { SqlTransaction } from '@meridian/platform/sql/sql-database';

/** A picture of a listing. The seed draws it; `alt` says what it shows. */
export type ImageRecord = Readonly<{ id: string; seed: string; alt: string; width: number; height: number }>;

/** Pictures of listings, as documents: one list per listing, read and written whole. */
export interface ImageDocuments {
  /** @param transaction for a store that lies in the same database; any other store ignores it */
  put(transaction: SqlTransaction, images: ReadonlyMap<string, readonly ImageRecord[]>): Promise<void>;
  get(listingIds: readonly string[]): Promise<ReadonlyMap<string, readonly ImageRecord[]>>;
}
