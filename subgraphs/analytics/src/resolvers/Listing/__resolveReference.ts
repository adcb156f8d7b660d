import { type ListingRef, listingRefOf } from '../../domain/listing.ts';

/** The id tells the kind, and what nobody has looked at has no views: nothing needs to be read. */
export const __resolveReference = ({ id }: { id: string }): ListingRef | null => listingRefOf(id) ?? null;
