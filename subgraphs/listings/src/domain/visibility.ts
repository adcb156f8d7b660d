import type { ListingCommon } from './listing.ts';

type Owned = Pick<ListingCommon, 'status' | 'ownerId'>;

/** Whether somebody may see a listing: everybody sees what is published, its owner also the draft, nobody what was removed. */
export const isVisibleTo = ({ status, ownerId }: Owned, userId: string | undefined): boolean =>
  status === 'PUBLISHED' || (status === 'DRAFT' && ownerId === userId);

/**
 * Whether somebody may read a listing that a trip, an alert or a deal refers to. Those outlive the listing, so that a removed one is
 * readable, with its status: what was booked stays readable.
 */
export const isReferableBy = (listing: Owned, userId: string | undefined): boolean =>
  listing.status === 'REMOVED' || isVisibleTo(listing, userId);
