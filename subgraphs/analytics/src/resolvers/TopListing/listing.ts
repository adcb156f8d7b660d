import { listingRefOf } from '../../domain/listing.ts';
import type { TopListing } from '../../domain/top-listings.ts';

export const listing = ({ listingId }: TopListing) => listingRefOf(listingId) ?? null;
