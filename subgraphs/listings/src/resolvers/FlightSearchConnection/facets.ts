import type { FlightSearchConnectionResolvers } from '../../generated/resolvers-types.ts';
import { inWords, toFacets, toPriceFacet } from '../shapes.ts';

const inStops = (count: string): string => (count === '0' ? 'Nonstop' : `${count} stop${count === '1' ? '' : 's'}`);

export const facets: FlightSearchConnectionResolvers['facets'] = async ({ facetCounts }, _args, { loaders }) => {
  const airlines = await loaders.airline.loadMany(facetCounts.carriers.map(({ value }) => value));
  const names = new Map(
    airlines.flatMap((airline) => (airline && 'code' in airline ? [[airline.code, airline.name]] : [])),
  );
  return {
    stops: toFacets(facetCounts.stops, inStops),
    carriers: toFacets(facetCounts.carriers, (code) => names.get(code) ?? code),
    cabins: toFacets(facetCounts.cabins),
    departureWindows: toFacets(facetCounts.departureWindows, inWords),
    price: toPriceFacet(facetCounts.price, facetCounts.currency),
  };
};
