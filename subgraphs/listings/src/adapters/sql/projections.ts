import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { Projections } from '../../ports/projections.ts';
import { deleteRows, replaceRows } from './statements.ts';

/** What other services announce, kept beside the listings. */
export const createSqlProjections = (): Projections => ({
  putStock: (transaction: SqlTransaction, slots) =>
    replaceRows(transaction, {
      table: 'availability',
      columns: ['resource', 'slot', 'capacity', 'taken'],
      rows: slots.map(({ resource, slot, capacity, taken }) => [resource, slot, capacity, taken]),
    }),
  putAuthors: (transaction, authors) =>
    replaceRows(transaction, {
      table: 'authors',
      columns: ['user_id', 'public_profile_id'],
      rows: authors.map(({ userId, publicProfileId }) => [userId, publicProfileId]),
    }),
  forgetAuthors: (transaction, userIds) => deleteRows(transaction, { table: 'authors', column: 'user_id' }, userIds),
});
