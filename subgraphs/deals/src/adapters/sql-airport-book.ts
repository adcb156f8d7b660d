import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AirportBook, AirportReader } from '../ports/airport-book.ts';
import { queryIn, upsert } from './sql-text.ts';

const put = upsert(
  'airports',
  { key: ['code'], others: ['known', 'sequence'] },
  'excluded.sequence > airports.sequence',
);

/** Airports in `airports`, to read. */
export const createSqlAirportReader = (executor: SqlExecutor): AirportReader => ({
  async known(codes) {
    const rows = await queryIn<{ code: string }>(executor, codes, (places) => ({
      sql: `SELECT code FROM airports WHERE code IN (${places}) AND known = 1`,
    }));
    return new Set(rows.map(({ code }) => code));
  },
});

/** Airports in `airports`, within a transaction. */
export const createSqlAirportBook = (transaction: SqlTransaction): AirportBook => ({
  ...createSqlAirportReader(transaction),
  async put(told) {
    await transaction.executeMany(
      put,
      told.map(({ code, isKnown, sequence }) => [code, isKnown ? 1 : 0, sequence]),
    );
  },
});
