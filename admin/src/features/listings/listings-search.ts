import { urlText } from '@meridian/ui/routing/url-text';
import * as z from 'zod/mini';
import { listingKinds } from './listing-kinds.ts';

type Kind = keyof typeof listingKinds;

/** Which listings, as it stands in an address. */
export const listingsSearch = z.object({
  search: urlText,
  kind: z.catch(z.optional(z.enum(Object.keys(listingKinds) as [Kind, ...Kind[]])), undefined),
});

export type ListingsSearch = z.infer<typeof listingsSearch>;
