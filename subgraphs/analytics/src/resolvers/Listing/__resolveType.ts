import type { ListingRef } from '../../domain/listing.ts';

export const __resolveType = ({ __typename }: ListingRef) => __typename;
