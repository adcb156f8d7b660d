import { urlText } from '@meridian/ui/routing/url-text';
import { urlKeyOf } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import { listingKinds } from './listing-kinds.ts';

/** Which listings, as it stands in an address. */
export const listingsSearch = z.object({
  search: urlText,
  kind: urlKeyOf(listingKinds),
});

export type ListingsSearch = z.infer<typeof listingsSearch>;
