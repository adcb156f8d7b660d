import type { Principal } from '@meridian/platform/identity/principal';
import type { PriceWatch } from '../domain/price-watch.ts';
import type { AccountReader, Page } from '../ports/account-reader.ts';
import { isAccount } from './caller.ts';

/** Whose watches, and which page of them. */
export type ListWatchesRequest = Readonly<{
  principal: Principal;
  userId: string;
  first: number;
  beforeId: string | undefined;
  listingId: string | undefined;
}>;

/** A page of the caller's own watches, the newest first; undefined for others. */
export const createListWatches =
  (deps: { reader: Pick<AccountReader, 'watches'> }) =>
  async ({ principal, userId, ...wanted }: ListWatchesRequest): Promise<Page<PriceWatch> | undefined> =>
    isAccount(principal, userId) ? deps.reader.watches(userId, wanted) : undefined;
