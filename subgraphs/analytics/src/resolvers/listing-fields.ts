import { listingRefOf } from '../domain/listing.ts';
import { conversion } from './Listing/conversion.ts';
import { views } from './Listing/views.ts';

/** What this subgraph adds to all three kinds of listings. What nobody has looked at has no views: nothing needs to be read for it. */
export const listingFields = {
  __resolveReference: ({ id }: Readonly<{ id: string }>) => listingRefOf(id) ?? null,
  views,
  conversion,
};
