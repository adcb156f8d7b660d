import type { StaySearchConnectionResolvers } from '../generated/resolvers-types.ts';
import { toFacets, toPriceFacet } from './shapes.ts';

const inTerms = (isFree: string): string => (isFree === 'true' ? 'Free cancellation' : 'Other terms');

/** A page of found stays. */
export const StaySearchConnection: StaySearchConnectionResolvers = {
  facets: ({ facetCounts }) => ({
    types: toFacets(facetCounts.types),
    amenities: toFacets(facetCounts.amenities),
    areas: toFacets(facetCounts.areas),
    ratings: toFacets(facetCounts.ratings, (value) => `${value} and more`),
    freeCancellation: toFacets(facetCounts.freeCancellation, inTerms),
    price: toPriceFacet(facetCounts.price, facetCounts.currency),
  }),
};
