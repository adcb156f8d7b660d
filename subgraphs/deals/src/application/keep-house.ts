import type { Clock } from '@meridian/platform/time/clock';
import type { DealsStore } from '../ports/deals-store.ts';
import type { EndDeals } from './end-deals.ts';

const dayInMs = 86_400_000;
/** Cursors of deals hold for 7 days; a day more, so that one of exactly 7 days does. */
const publicationsKeptInMs = 8 * dayInMs;
const alertsKeptInMs = 90 * dayInMs;
/** Small, because alerts wait behind each of these transactions. */
const rowsPerStep = 200;

/** Ends deals whose time has come, and forgets what is older than it has to be kept. In short transactions. */
export const createKeepHouse =
  (deps: { store: DealsStore; clock: Clock; endDeals: EndDeals }) => async (): Promise<void> => {
    const { store } = deps;
    const now = deps.clock.now();
    // Looks without a lock first: on most days there is nothing to do.
    while ((await store.deals.overdue(now, 1)).length > 0) {
      await store.transaction(async (transaction) => {
        const overdue = await transaction.deals.overdue(now, rowsPerStep);
        await deps.endDeals(transaction, overdue, { reason: 'DEPARTED', at: now });
      });
    }
    const repeat = async (step: () => Promise<number>) => {
      while ((await step()) === rowsPerStep);
    };
    await repeat(() => store.transaction(({ deals }) => deals.prune(now - publicationsKeptInMs, rowsPerStep)));
    await repeat(() => store.transaction(({ alerts }) => alerts.prune(now - alertsKeptInMs, rowsPerStep)));
  };
