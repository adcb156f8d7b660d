import type { Refusal } from '../../domain/failures.ts';
import { type ChangeOf, type OpenFailure, openForChange, type PublishDeps } from './publish-deps.ts';

/** Which listing to take down. */
export type DeleteListingRequest = ChangeOf;

/** The id of what was taken down, and its last version. */
export type DeletedListing = Readonly<{ id: string; version: number }>;

type Answer = Readonly<{ ok: true; deleted: DeletedListing }> | Refusal<OpenFailure>;

/** Takes a listing of the caller's down. What was booked stays booked. */
export const createDeleteListing =
  (deps: PublishDeps) =>
  (request: DeleteListingRequest): Promise<Answer> =>
    deps.store.transaction(async (transaction): Promise<Answer> => {
      const opened = await openForChange(transaction, request, 'ANY');
      if (!opened.ok) return opened;
      await transaction.listings.remove(opened.listing);
      return { ok: true, deleted: { id: request.id, version: opened.listing.version + 1 } };
    });
