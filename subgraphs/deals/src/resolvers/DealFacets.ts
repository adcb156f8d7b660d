import type { DealFacetsResolvers } from '../generated/resolvers-types.ts';
import type { FacetCount } from '../ports/deal-book.ts';

/** `LOW_STOCK` reads "Low stock". */
const inWords = (value: string): string => {
  const text = value.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const labelled = (counts: readonly FacetCount[], label: (value: string) => string = inWords) =>
  counts.map(({ value, count }) => ({ value, count, label: label(value) }));

/** The facets of the feed, with labels for people. */
export const DealFacets: DealFacetsResolvers = {
  kinds: (facets) => labelled(facets.kinds),
  grades: (facets) => labelled(facets.grades),
  tags: (facets) => labelled(facets.tags),
  cities: (facets) => labelled(facets.cities, (city) => city),
};
