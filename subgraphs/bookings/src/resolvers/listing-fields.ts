import { availability } from './Listing/availability.ts';
import { listingById } from './listing-reference.ts';

/** What this subgraph adds to all three kinds of listings. */
export const listingFields = {
  __resolveReference: ({ id }: Readonly<{ id: string }>) => listingById(id),
  availability,
};
