import { createWake } from '@meridian/platform/event-log/wake';
import type { Logger } from '@meridian/platform/observability/logger';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { EvaluateWatches } from './application/evaluate-watches.ts';
import type { DealsStore } from './ports/deals-store.ts';

type Deps = Readonly<{
  database: Pick<SqlDatabase, 'onCommit'>;
  store: DealsStore;
  evaluateWatches: EvaluateWatches;
  logger: Pick<Logger, 'warn'>;
}>;

/** Nobody needs this look: whoever leaves something to be done wakes by the commit. It finds what a crash has left. */
const idleLookInMs = 1_000;

/** Goes on with evaluations that wait, part by part, each in a transaction of its own. Several processes may: each takes the next part. */
export function startEvaluating(deps: Deps): Readonly<{ close(): Promise<void> }> {
  const { database, store, evaluateWatches, logger } = deps;
  const wake = createWake();
  const stopListening = database.onCommit(wake.wake);
  const state = { isOpen: true };
  let last = '';
  const proceed = async (): Promise<boolean> => {
    // Looks without a lock first: nearly always there is nothing to do.
    if ((await store.evaluations.count()) === 0) return false;
    last = (await store.transaction((transaction) => evaluateWatches.proceed(transaction, last))) ?? '';
    return true;
  };
  const run = async () => {
    while (state.isOpen) {
      try {
        if (await proceed()) continue;
      } catch (error) {
        logger.warn({ error }, 'A part of the watches could not be held against a change. It is tried again soon.');
      }
      if (state.isOpen) await wake.wait(idleLookInMs);
    }
  };
  const running = run();
  return {
    async close() {
      state.isOpen = false;
      wake.wake();
      await running;
      stopListening();
    },
  };
}
