import type { Principal } from '@meridian/platform/identity/principal';
import type { ValidationFailure } from '@meridian/platform/values/problems';
import { type Answer, answer } from '../outcome.ts';
import { type ChangeOf, openForChange, type PublishDeps, type PublishFailure } from './publish-deps.ts';

/** The id of what was taken down, and its last version. */
export type DeletedListing = Readonly<{ id: string; version: number }>;
export type DeleteFailure = Exclude<PublishFailure, ValidationFailure>;

/** Takes a listing of the caller's down. What was booked stays booked. */
export const createDeleteListing =
  (deps: PublishDeps) =>
  (request: ChangeOf, principal: Principal): Promise<Answer<DeletedListing, DeleteFailure>> =>
    deps.store.transaction(async (transaction) => {
      const opened = await openForChange(transaction, request, { kind: 'ANY', principal });
      if (!opened.ok) return opened;
      await transaction.listings.remove(opened.listing);
      return answer({ id: request.id, version: opened.listing.version + 1 });
    });
