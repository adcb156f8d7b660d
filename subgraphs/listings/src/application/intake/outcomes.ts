import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { Identified } from '@meridian/schema/contracts/record';
import { rowKey } from '../../ports/intake-rows.ts';

/**
 * A record that cannot be used now.
 *
 * @param reason one clause for people, without the line number
 */
export const skip = (reason: string): RowOutcome => ({ skipped: reason });

/** What the stored hash says of a record before anybody looks at it. */
export type Novelty = 'new' | 'changed' | 'same';

/** Compares a record with what was taken in under its source key from a file of this richness. */
export function noveltyOf(hashes: ReadonlyMap<string, string>, record: Identified, richness = 0): Novelty {
  const stored = hashes.get(rowKey(record.sourceKey, richness));
  if (stored === undefined) return 'new';
  return stored === record.contentHash ? 'same' : 'changed';
}

/** What became of a record that nothing was wrong with. */
export const outcomeOf = (novelty: Novelty): RowOutcome => {
  if (novelty === 'same') return 'unchanged';
  return novelty === 'new' ? 'imported' : 'updated';
};
