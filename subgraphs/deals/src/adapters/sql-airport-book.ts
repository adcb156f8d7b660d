import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { upsert } from '@meridian/platform/sql/statements';
import type { AirportBook, AirportReader } from '../ports/airport-book.ts';

const put = upsert(
  'airports',
  { key: ['code'], others: ['known', 'sequence'] },
  'excluded.sequence > airports.sequence',
);

/** Airports in `airports`, to read. */
export const createSqlAirportReader = (executor: SqlExecutor): AirportReader => ({
  async known(codes) {
    const rows = await selectIn<{ code: string }>(
      executor,
      'SELECT code FROM airports WHERE code IN (…) AND known = 1',
      { values: codes },
    );
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
