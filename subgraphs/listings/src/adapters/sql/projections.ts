import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AuthorBook, Authors, StockBook } from '../../ports/projections.ts';
import { findForgotten, rememberForgotten } from './forgotten-users.ts';
import { deleteRows, replaceRows } from './statements.ts';

/** What bookings announces to be left, kept beside the listings. */
export const createSqlStockBook = (sql: SqlTransaction): StockBook => ({
  put: (slots) =>
    replaceRows(sql, {
      table: 'availability',
      columns: ['resource', 'slot', 'capacity', 'taken'],
      rows: slots.map(({ resource, slot, capacity, taken }) => [resource, slot, capacity, taken]),
    }),
});

/** Public profiles as users announces them. */
export const createSqlAuthorBook = (sql: SqlTransaction): AuthorBook => ({
  async put(authors) {
    const forgotten = await findForgotten(
      sql,
      authors.map(({ userId }) => userId),
    );
    await replaceRows(sql, {
      table: 'authors',
      columns: ['user_id', 'public_profile_id'],
      rows: authors
        .filter(({ userId }) => !forgotten.has(userId))
        .map(({ userId, publicProfileId }) => [userId, publicProfileId]),
    });
  },
  async forget(userIds) {
    await rememberForgotten(sql, userIds);
    await deleteRows(sql, { table: 'authors', column: 'user_id' }, userIds);
  },
});

/** Public profiles as they were committed. */
export const createSqlAuthors = (database: SqlDatabase): Authors => ({
  async profileIds(userIds) {
    const rows = await selectIn<{ user_id: string; public_profile_id: string }>(
      database,
      'SELECT user_id, public_profile_id FROM authors WHERE user_id IN (…)',
      { values: userIds },
    );
    return new Map(rows.map((row) => [row.user_id, row.public_profile_id]));
  },
});
