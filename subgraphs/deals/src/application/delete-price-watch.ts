import type { Principal } from '@meridian/platform/identity/principal';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { type NotFound, type NotPermitted, refuse } from '../domain/failures.ts';
import type { WatchBook } from '../ports/watch-book.ts';
import { accountOf } from './caller.ts';

export type DeleteAnswer = Readonly<{ ok: true; id: string } | { ok: false; failure: NotFound | NotPermitted }>;

/** Deletes an account's own watch. Its alerts stay in the inbox. */
export const createDeletePriceWatch =
  (deps: { database: SqlDatabase; watches: WatchBook }) =>
  async ({ principal, id }: Readonly<{ principal: Principal; id: string }>): Promise<DeleteAnswer> => {
    const userId = accountOf(principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    return deps.database.transaction(async (transaction): Promise<DeleteAnswer> => {
      const watch = await deps.watches.find(transaction, id);
      if (watch?.userId !== userId) return refuse({ code: 'NOT_FOUND', id });
      await deps.watches.remove(transaction, id);
      return { ok: true, id };
    });
  };
