import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { upsert } from '@meridian/platform/sql/statements';
import type { StockLevel } from '../domain/stock.ts';
import type { StockBook } from '../ports/stock-book.ts';

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
    selectIn<StockLevel>(
      transaction,
      'SELECT resource, slot, remaining FROM stock_levels WHERE resource IN (…) AND slot >= ?',
      { values: resources, after: [fromSlot] },
    ),
});
