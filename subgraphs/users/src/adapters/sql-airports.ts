import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AirportBook, Airports } from '../ports/airports.ts';

/** `ON CONFLICT … WHERE` is SQLite's; MySQL says `ON DUPLICATE KEY UPDATE … IF`. */
const remember = `INSERT INTO airports (code, known, sequence) VALUES (?, ?, ?)
  ON CONFLICT (code) DO UPDATE SET known = excluded.known, sequence = excluded.sequence
  WHERE excluded.sequence > airports.sequence`;

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
