/** A record that was taken in, under the richness of its file. */
export type IntakeRow = Readonly<{ sourceKey: string; richness: number; contentHash: string }>;

/** Hashes of records that were taken in, within a transaction. */
export interface IntakeRows {
  /** Stored hashes by `sourceKey` and richness, see {@link rowKey}. */
  hashes(sourceKeys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  put(rows: readonly IntakeRow[]): Promise<void>;
}

/** Names a record under one richness. */
export const rowKey = (sourceKey: string, richness: number): string => `${richness} ${sourceKey}`;
