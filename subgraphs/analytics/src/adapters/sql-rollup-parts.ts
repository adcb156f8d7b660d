import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase, SqlTransaction, SqlValue } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';
import { groupBy } from '../domain/group-by.ts';
import { type RollupKey, type RollupName, type RollupPart, rollups } from '../domain/rollup.ts';
import type { PartChange, Partition, RollupParts } from '../ports/rollup-parts.ts';
import { type RollupRow, rowKeyOf, tableOf, toPart } from './rollup-tables.ts';

const valuesOf = (part: RollupPart): number[] => rollups[part.rollup].measures.map((name) => part.measures[name] ?? 0);

function insertStatement(rollup: RollupName): string {
  const { table, keyColumns, measureColumns } = tableOf(rollup);
  const columns = ['topic', 'log_partition', 'rollup_key', 'last_offset', ...keyColumns, ...measureColumns];
  return insertUnlessThere(table, columns);
}

const insertParams = ({ topic, partition }: Partition, part: RollupPart): SqlValue[] => [
  topic,
  partition,
  rowKeyOf(part),
  part.lastOffset,
  ...part.parts,
  ...valuesOf(part),
];

function updateStatement(rollup: RollupName): string {
  const { table, measureColumns } = tableOf(rollup);
  const assignments = ['last_offset', ...measureColumns].map((column) => `${column} = ?`);
  return `UPDATE ${table} SET ${assignments.join(', ')}
    WHERE topic = ? AND log_partition = ? AND rollup_key = ? AND last_offset = ?`;
}

const updateParams = ({ topic, partition }: Partition, { from, to }: PartChange): SqlValue[] => [
  to.lastOffset,
  ...valuesOf(to),
  topic,
  partition,
  rowKeyOf(to),
  from ?? -1,
];

type Numbered = Readonly<{ change: PartChange; index: number }>;

/** New parts are inserted unless they exist by now, others updated unless they have moved on. */
async function store(
  transaction: SqlTransaction,
  partition: Partition,
  changes: readonly Numbered[],
): Promise<number[]> {
  const [first] = changes;
  if (!first) return [];
  const { rollup } = first.change.to;
  const isNew = first.change.from === undefined;
  const affected = await transaction.executeMany(
    isNew ? insertStatement(rollup) : updateStatement(rollup),
    changes.map(({ change }) => (isNew ? insertParams(partition, change.to) : updateParams(partition, change))),
  );
  return changes.flatMap(({ index }, at) => (affected[at] === 1 ? [index] : []));
}

async function findParts(
  database: SqlDatabase,
  partition: Partition,
  keys: readonly RollupKey[],
): Promise<RollupPart[]> {
  const found: RollupPart[] = [];
  for (const [name, group] of groupBy(keys, ({ rollup }) => rollup)) {
    const rollup = name as RollupName;
    const { table, measureColumns } = tableOf(rollup);
    const rows = await selectIn<RollupRow>(
      database,
      `SELECT rollup_key, last_offset, ${measureColumns.join(', ')} FROM ${table}
       WHERE topic = ? AND log_partition = ? AND rollup_key IN (…)`,
      { before: [partition.topic, partition.partition], values: group.map(rowKeyOf) },
    );
    found.push(...rows.map((row) => toPart(rollup, row)));
  }
  return found;
}

/** Parts of rollups in SQL tables. The transaction is for speed only: each row's condition keeps it right by itself. */
export const createSqlRollupParts = ({ database }: Readonly<{ database: SqlDatabase }>): RollupParts => ({
  find: (partition, keys) => findParts(database, partition, keys),
  async advance(partition, changes) {
    if (changes.length === 0) return [];
    const numbered = changes.map((change, index) => ({ change, index }));
    const groups = groupBy(numbered, ({ change }) => `${change.to.rollup} ${change.from === undefined}`);
    const stored = new Set<number>();
    await database.transaction(async (transaction) => {
      for (const group of groups.values()) {
        for (const index of await store(transaction, partition, group)) stored.add(index);
      }
    });
    return changes.map((_, index) => stored.has(index));
  },
});
