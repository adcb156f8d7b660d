import type { RollupKey, RollupPart } from '../domain/rollup.ts';

/** A partition of a topic in the log. */
export type Partition = Readonly<{ topic: string; partition: number }>;

/** A change of one part, decided on as it stood at `from`: its last offset then, undefined when there was none. */
export type PartChange = Readonly<{ from: number | undefined; to: RollupPart }>;

/**
 * What each partition has contributed to each rollup. A part changes by one conditional update that carries its last offset along:
 * no transaction over several parts is needed, and a crash between any two leaves each of them right.
 */
export interface RollupParts {
  /** Those of the parts that exist. */
  find(partition: Partition, keys: readonly RollupKey[]): Promise<RollupPart[]>;
  /** Stores each change whose part still stands where it was decided on. Answers which were stored, in order. */
  advance(partition: Partition, changes: readonly PartChange[]): Promise<boolean[]>;
}
