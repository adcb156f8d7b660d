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
export const createSqlStockBook = (): StockBook => ({
  async put(transaction, levels) {
    await transaction.executeMany(
      put,
      levels.map(({ resource, slot, remaining, changedAt }) => [resource, slot, remaining, changedAt]),
    );
  },
  levels: (executor, resources, fromSlot) =>
    queryIn<StockLevel>(executor, resources, (places) => ({
      sql: `SELECT resource, slot, remaining FROM stock_levels WHERE resource IN (${places}) AND slot >= ?`,
      params: [fromSlot],
    })),
});
