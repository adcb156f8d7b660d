import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AlertBook } from '../ports/alert-book.ts';
import type { WatchBook } from '../ports/watch-book.ts';

export type ForgetUser = (transaction: SqlTransaction, userId: string) => Promise<void>;

/** Forgets what was kept of an account that is gone: its watches and its inbox. */
export const createForgetUser =
  (deps: { watches: WatchBook; alerts: AlertBook }): ForgetUser =>
  async (transaction, userId) => {
    await deps.watches.removeOf(transaction, userId);
    await deps.alerts.removeOf(transaction, userId);
  };
