import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { upsert } from '@meridian/platform/sql/statements';
import type { AirportBook, Airports } from '../ports/airports.ts';

const remember = upsert(
  'airports',
  { key: ['code'], others: ['known', 'sequence'] },
  'excluded.sequence > airports.sequence',
);

/** Airports in SQL. */
export const createSqlAirports = (database: Pick<SqlDatabase, 'query'>): Airports => ({
  async isKnown(code) {
    const rows = await database.query('SELECT code FROM airports WHERE code = ? AND known = 1', [code]);
    return rows.length > 0;
  },
});

/** Airports in SQL, within a transaction. */
export const createSqlAirportBook = (transaction: SqlTransaction): AirportBook => ({
  async remember(told) {
    await transaction.executeMany(
      remember,
      told.map(({ code, isKnown, sequence }) => [code, isKnown ? 1 : 0, sequence]),
    );
  },
});
