import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { Identified } from '@meridian/schema/contracts/record';
import { rowKey } from '../../ports/intake-rows.ts';

export const skip = (reason: string): RowOutcome => ({ skipped: reason });

/** What the stored hash says of a record before anybody looks at it. */
export type Novelty = 'new' | 'changed' | 'same';

export function noveltyOf(hashes: ReadonlyMap<string, string>, record: Identified, richness = 0): Novelty {
  const stored = hashes.get(rowKey(record.sourceKey, richness));
  if (stored === undefined) return 'new';
  return stored === record.contentHash ? 'same' : 'changed';
}

export const outcomeOf = (novelty: Novelty): RowOutcome => {
  if (novelty === 'same') return 'unchanged';
  return novelty === 'new' ? 'imported' : 'updated';
};

/**
 * A batch may hold the same source key twice: only its last record is written, and the earlier ones count as what they would have
 * been. Answers the index of the last record of each key.
 */
export const lastByKey = (batch: readonly Identified[]): ReadonlyMap<string, number> =>
  new Map(batch.map(({ sourceKey }, index) => [sourceKey, index]));
