import type { Ids } from '@meridian/platform/ids/ids';
import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import type { Ledger } from '../../ports/records.ts';
import { toText } from './instants.ts';

const insertEntry = `INSERT INTO ledger_entry (id, posting_id, booking_id, account, amount_minor, currency, memo, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** The ledger over the tables of `prisma/migrations`, whose triggers refuse every change. */
export const createSqlLedger = (sql: SqlExecutor, deps: { ids: Ids; clock: Clock }): Ledger => ({
  async post({ bookingId, currency, entries }) {
    const postingId = deps.ids.next('pst');
    const at = toText(deps.clock.now());
    await sql.executeMany(
      insertEntry,
      entries.map((entry) => [
        deps.ids.next('led'),
        postingId,
        bookingId,
        entry.account,
        entry.amountMinor,
        currency,
        entry.memo,
        at,
      ]),
    );
  },
  async issueInvoice(bookingId) {
    await sql.execute(`UPDATE invoice_counter SET last_number = last_number + 1 WHERE name = 'invoice'`);
    await sql.execute(
      `INSERT INTO invoice (number, booking_id, issued_at)
       SELECT last_number, ?, ? FROM invoice_counter WHERE name = 'invoice'`,
      [bookingId, toText(deps.clock.now())],
    );
  },
});
