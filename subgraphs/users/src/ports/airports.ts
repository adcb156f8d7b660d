import type { SqlTransaction } from '@meridian/platform/sql/sql-database';

/** What listings told of a code: whether there is an airport under it. `sequence` counts what was told of that code. */
export type ToldAirport = Readonly<{ code: string; isKnown: boolean; sequence: number }>;

/** Which airports there are, as listings tells it. */
export interface Airports {
  /** Whether there is an airport under an IATA code. */
  isKnown(code: string): Promise<boolean>;
  /** Remembers the last that was told of each code. What was told before it changes nothing, however late it comes. */
  remember(transaction: SqlTransaction, told: readonly ToldAirport[]): Promise<void>;
}
