import { anyId, urlCount, urlList } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** The most offers that one booking takes. */
const mostOffers = 6;

/** What is to be booked, as it stands in an address: ids of offers, which say listing, dates and fare, and for how many people. */
export const bookSearch = z.object({
  offers: z.catch(urlList(anyId).check(z.maxLength(mostOffers)), []),
  adults: urlCount(1, 9, 1),
  children: urlCount(0, 8, 0),
});

export type BookSearch = z.infer<typeof bookSearch>;
