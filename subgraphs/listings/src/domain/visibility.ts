import type { ListingCommon } from './listing.ts';

/**
 * Whether a listing is on show: it can be found and read by its id. One that was removed is readable only through what refers to it,
 * a trip, an alert or a deal, with its status: those outlive the listing.
 */
export const isOnShow = ({ status }: Pick<ListingCommon, 'status'>): boolean => status === 'PUBLISHED';
