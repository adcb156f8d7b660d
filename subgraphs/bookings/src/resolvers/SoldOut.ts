import type { SoldOutResolvers } from '../generated/resolvers-types.ts';
import { listingById } from './listing-reference.ts';

/** Something of which too little is left. */
export const SoldOut: SoldOutResolvers = { listing: ({ listingId }) => listingById(listingId) };
