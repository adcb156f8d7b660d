import type { CarSearchConnectionResolvers } from '../generated/resolvers-types.ts';
import { toFacets, toPriceFacet } from './shapes.ts';

/** A page of found cars. */
export const CarSearchConnection: CarSearchConnectionResolvers = {
  facets: ({ facetCounts }) => ({
    classes: toFacets(facetCounts.classes),
    seats: toFacets(facetCounts.seats, (value) => `${value} and more`),
    transmissions: toFacets(facetCounts.transmissions),
    fuels: toFacets(facetCounts.fuels),
    price: toPriceFacet(facetCounts.price, facetCounts.currency),
  }),
};
