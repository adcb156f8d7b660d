import { isDeepStrictEqual } from 'node:util';
import type { Listing } from '../../domain/listing.ts';
import type { ListingsTransaction } from '../../ports/listings-store.ts';

/** A listing as it is, and as its owner wants it. */
export type Change<Kind extends Listing> = Readonly<{ before: Kind; after: Kind; now: number }>;

/** Whether the owner wants anything else than what is. Who told a field of a stay is no part of it: nobody is shown it. */
export const isChange = <Kind extends Listing>(before: Kind, after: Kind): boolean =>
  !isDeepStrictEqual({ ...before, richness: null }, { ...after, richness: null });

/**
 * Stores a change as the listing's next version, and answers that. A change to what is already so is none: the listing keeps its
 * version, and nobody is told. Otherwise a form that is saved twice would cost everybody else their `expectedVersion`.
 */
export async function storeChange<Kind extends Listing>(
  { listings }: Pick<ListingsTransaction, 'listings'>,
  { before, after, now }: Change<Kind>,
): Promise<Kind> {
  if (!isChange(before, after)) return before;
  const next = { ...after, version: before.version + 1, updatedAt: now };
  await listings.write([{ listing: next, isNew: false }]);
  return next;
}
