import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { type IntakeRows, rowKey } from '../../ports/intake-rows.ts';
import { replaceRows } from './statements.ts';

/** Hashes of taken-in records in SQL, within a transaction. */
export const createSqlIntakeRows = (sql: SqlTransaction): IntakeRows => ({
  async hashes(sourceKeys) {
    const rows = await selectIn<{ source_key: string; richness: number; content_hash: string }>(
      sql,
      'SELECT source_key, richness, content_hash FROM intake_rows WHERE source_key IN (…)',
      { values: sourceKeys },
    );
    return new Map(rows.map((row) => [rowKey(row.source_key, row.richness), row.content_hash]));
  },
  put: (rows) =>
    replaceRows(sql, {
      table: 'intake_rows',
      columns: ['source_key', 'richness', 'content_hash'],
      rows: rows.map((row) => [row.sourceKey, row.richness, row.contentHash]),
    }),
});
