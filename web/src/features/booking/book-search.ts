import { anyId, urlList } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import { fitParty, partyValues } from '../search/party-search.ts';

/** The most offers that one booking takes. */
const mostOffers = 6;

/** What is to be booked, as it stands in an address: ids of offers, which say listing, dates and fare, and for how many people. */
export const bookSearch = z.pipe(
  z.object({ offers: z.catch(urlList(anyId).check(z.maxLength(mostOffers)), []), ...partyValues }),
  z.transform(fitParty),
);

export type BookSearch = z.infer<typeof bookSearch>;
