import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { Clock } from '@meridian/platform/time/clock';
import type { AlertBook } from '../ports/alert-book.ts';
import type { DealBook } from '../ports/deal-book.ts';
import type { EndDeals } from './end-deals.ts';

const dayInMs = 86_400_000;
/** Cursors of deals hold for 7 days; a day more, so that one of exactly 7 days does. */
const publicationsKeptInMs = 8 * dayInMs;
const alertsKeptInMs = 90 * dayInMs;
/** Small, because alerts wait behind each of these transactions. */
const rowsPerStep = 200;

/** Ends deals whose time has come, and forgets what is older than it has to be kept. In short transactions. */
export const createKeepHouse =
  (deps: { database: SqlDatabase; deals: DealBook; alerts: AlertBook; clock: Clock; endDeals: EndDeals }) =>
  async (): Promise<void> => {
    const { database, deals, alerts } = deps;
    const now = deps.clock.now();
    // Looks without a lock first: on most days there is nothing to do.
    while ((await deals.overdue(database, now, 1)).length > 0) {
      await database.transaction(async (transaction) =>
        deps.endDeals(transaction, await deals.overdue(transaction, now, rowsPerStep), { reason: 'DEPARTED', at: now }),
      );
    }
    const repeat = async (step: () => Promise<number>) => {
      while ((await step()) === rowsPerStep);
    };
    await repeat(() =>
      database.transaction((transaction) => deals.prune(transaction, now - publicationsKeptInMs, rowsPerStep)),
    );
    await repeat(() =>
      database.transaction((transaction) => alerts.prune(transaction, now - alertsKeptInMs, rowsPerStep)),
    );
  };
