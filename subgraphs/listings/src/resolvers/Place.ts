import type { PlaceResolvers } from '../generated/resolvers-types.ts';
import { toLocation } from './shapes.ts';

export const Place: PlaceResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.place.load(id),
  location: (place) => toLocation(place),
  airports: async ({ airportCode, cityKey }, _, { loaders }) => {
    const airports = await loaders.airportsOfCity.load(cityKey);
    return airportCode === null ? [...airports] : airports.filter(({ code }) => code === airportCode);
  },
  // Of its city: a neighbourhood's or airport's visitors look around the whole city.
  stayCount: async ({ cityKey }, _, { loaders }) => (await loaders.cityCounts.load(cityKey)).stays,
  carCount: async ({ cityKey }, _, { loaders }) => (await loaders.cityCounts.load(cityKey)).cars,
};
