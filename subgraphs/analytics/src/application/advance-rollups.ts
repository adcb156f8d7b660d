import { groupBy } from '../domain/group-by.ts';
import { advancePart, nameOf, type PlacedContribution, type RollupKey } from '../domain/rollup.ts';
import type { PartChange, Partition, RollupParts } from '../ports/rollup-parts.ts';

/** Two members of a group meet only for a moment, while a partition changes hands; more attempts than this mean a fault. */
const maxAttempts = 10;

/**
 * Adds contributions of one partition to its parts. Each part is read, added to in memory and stored if it still stands where it
 * was; those that another one was faster with are read again. Stops anywhere and starts again: nothing is added twice.
 */
export async function advanceRollups(
  parts: RollupParts,
  partition: Partition,
  contributions: readonly PlacedContribution[],
): Promise<void> {
  let waiting = groupBy(contributions, nameOf);
  for (let attempt = 0; waiting.size > 0; attempt += 1) {
    if (attempt === maxAttempts) throw new Error(`Rollups of ${partition.topic}/${partition.partition} keep changing.`);
    const keys = [...waiting.values()].flatMap(([first]): RollupKey[] => (first ? [first] : []));
    const known = new Map((await parts.find(partition, keys)).map((part) => [nameOf(part), part]));
    const changes = keys.flatMap((key): PartChange[] => {
      const part = known.get(nameOf(key));
      const to = advancePart(key, part, waiting.get(nameOf(key)) ?? []);
      return to ? [{ from: part?.lastOffset, to }] : [];
    });
    const stored = await parts.advance(partition, changes);
    const missed = new Set(changes.flatMap(({ to }, index) => (stored[index] ? [] : [nameOf(to)])));
    waiting = new Map([...waiting].filter(([name]) => missed.has(name)));
  }
}
