import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { pageSize } from '../list-page.ts';

export const airports: QueryResolvers['airports'] = async (_, { search, first }, { app, loaders }) => {
  const places = await app.findPlaces({ text: search, kinds: ['AIRPORT'], first: pageSize(first ?? 10, 50) });
  const found = await Promise.all(places.map(({ airportCode }) => loaders.airport.load(airportCode ?? '')));
  return found.filter((airport) => airport !== null);
};
