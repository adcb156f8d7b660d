import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { StockLevel } from '../domain/stock.ts';
import type { StockBook } from '../ports/stock-book.ts';
import { queryIn, upsert } from './sql-text.ts';

// A level with the time of the stored one replaces it: changes of one resource come in order, and clocks have milliseconds only.
const put = upsert(
  'stock_levels',
  { key: ['resource', 'slot'], others: ['remaining', 'changed_at'] },
  'excluded.changed_at >= stock_levels.changed_at',
);

/** Levels in `stock_levels`. */
export const createSqlStockBook = (transaction: SqlTransaction): StockBook => ({
  async put(levels) {
    await transaction.executeMany(
      put,
      levels.map(({ resource, slot, remaining, changedAt }) => [resource, slot, remaining, changedAt]),
    );
  },
  levels: (resources, fromSlot) =>
    queryIn<StockLevel>(transaction, resources, (places) => ({
      sql: `SELECT resource, slot, remaining FROM stock_levels WHERE resource IN (${places}) AND slot >= ?`,
      params: [fromSlot],
    })),
});
