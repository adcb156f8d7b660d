import { urlCount } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** Who travels, as it stands in an address. */
export const partySearch = z.object({
  adults: urlCount(1, 9, 1),
  children: urlCount(0, 8, 0),
});

/** Travelers of 12 years and more, and younger ones. */
export type Party = z.infer<typeof partySearch>;
