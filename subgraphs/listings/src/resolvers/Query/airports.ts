import { pageSize } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const airports: QueryResolvers['airports'] = async (_parent, { search, first }, { listings, loaders }) => {
  const size = pageSize(first, { usual: 10, most: 50 });
  const places = await listings.findPlaces({ text: search, kinds: ['AIRPORT'], first: size });
  const found = await Promise.all(places.map(({ airportCode }) => loaders.airport.load(airportCode ?? '')));
  return found.filter((airport) => airport !== null);
};
