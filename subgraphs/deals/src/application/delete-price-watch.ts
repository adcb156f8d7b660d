import type { Principal } from '@meridian/platform/identity/principal';
import { type NotFound, type NotPermitted, refuse } from '../domain/failures.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import { accountOf } from './caller.ts';

/** Which watch, and whose it should be. */
export type DeletePriceWatchRequest = Readonly<{ principal: Principal; id: string }>;

/** The id of the watch that is gone, or why it is not. Another account's watch answers as a missing one does. */
export type DeleteAnswer = Readonly<{ ok: true; id: string } | { ok: false; failure: NotFound | NotPermitted }>;

/** Deletes an account's own watch. Its alerts stay in the inbox. */
export const createDeletePriceWatch =
  (deps: { store: DealsStore }) =>
  async ({ principal, id }: DeletePriceWatchRequest): Promise<DeleteAnswer> => {
    const userId = accountOf(principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    return deps.store.transaction(async (transaction): Promise<DeleteAnswer> => {
      const watch = await transaction.watches.find(id);
      if (watch?.userId !== userId) return refuse({ code: 'NOT_FOUND', id });
      await transaction.watches.remove(id);
      return { ok: true, id };
    });
  };
