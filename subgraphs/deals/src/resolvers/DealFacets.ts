import type { FacetCount } from '../ports/deal-book.ts';
import type { FacetSource } from './deal-page.ts';

/** `LOW_STOCK` reads "Low stock". */
const inWords = (value: string): string => {
  const text = value.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const labelled = (counts: readonly FacetCount[], label: (value: string) => string = inWords) =>
  counts.map(({ value, count }) => ({ value, count, label: label(value) }));

export const DealFacets = {
  kinds: async (facets: FacetSource) => labelled((await facets()).kinds),
  grades: async (facets: FacetSource) => labelled((await facets()).grades),
  tags: async (facets: FacetSource) => labelled((await facets()).tags),
  cities: async (facets: FacetSource) => labelled((await facets()).cities, (city) => city),
};
