import { type RollupKey, type RollupName, type RollupPart, rollups } from '../domain/rollup.ts';

/** Where a rollup lies in SQL: its table, and a column per part of the key and per measure. */
export type RollupTable = Readonly<{ table: string; keyColumns: readonly string[]; measureColumns: readonly string[] }>;

const tables: Readonly<Record<RollupName, string>> = {
  EVENTS: 'event_rollups',
  REVENUE: 'revenue_rollups',
  LISTINGS: 'listing_rollups',
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The table of a rollup. Columns are named as the domain names key and measures. */
export const tableOf = (rollup: RollupName): RollupTable => ({
  table: tables[rollup],
  keyColumns: rollups[rollup].key.map(snakeCase),
  measureColumns: rollups[rollup].measures.map(snakeCase),
});

/** A key's text in the table's primary key. */
export const rowKeyOf = (key: RollupKey): string => JSON.stringify(key.parts);

/** A row of a rollup: its key, how far its part has come, and a number per measure. */
export type RollupRow = Readonly<{ rollup_key: string; last_offset: number } & Record<string, number | string>>;

/** A row as the domain knows it. */
export function toPart(rollup: RollupName, row: RollupRow): RollupPart {
  const names = rollups[rollup].measures;
  const measures = Object.fromEntries(names.map((name) => [name, Number(row[snakeCase(name)])]));
  return { rollup, parts: JSON.parse(row.rollup_key), lastOffset: Number(row.last_offset), measures };
}
