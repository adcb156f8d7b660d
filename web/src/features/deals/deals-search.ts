import { anyWord, oneOf, urlChoice, urlList } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import type { DealsQueryVariables } from '../../generated/features/deals/deals.ts';
import { orAbsent } from '../search/or-absent.ts';

const kinds = ['FLIGHT', 'STAY', 'CAR'] as const;
const grades = ['GOOD', 'GREAT'] as const;
const sorts = ['SCORE', 'DISCOUNT', 'PRICE', 'NEWEST'] as const;
const tags = [
  'LOW_STOCK',
  'LAST_MINUTE',
  'DIRECT',
  'REFUNDABLE',
  'FREE_CANCELLATION',
  'PET_FRIENDLY',
  'BREAKFAST',
  'NEAR_TRANSIT',
  'TOP_RATED',
  'INSTANT_BOOK',
  'AUTOMATIC',
] as const;

/** Which deals, as it stands in an address. */
export const dealsSearch = z.object({
  kinds: urlList(oneOf(kinds)),
  grades: urlList(oneOf(grades)),
  tags: urlList(oneOf(tags)),
  city: urlList(anyWord),
  sort: urlChoice(sorts, 'SCORE'),
});

export type DealsSearch = z.infer<typeof dealsSearch>;

/** The deals in the graph's words. */
export const dealsVariables = ({ sort, ...search }: DealsSearch): DealsQueryVariables => ({
  sort,
  filter: {
    kinds: orAbsent(search.kinds),
    grades: orAbsent(search.grades),
    tags: orAbsent(search.tags),
    city: search.city[0],
  },
});
