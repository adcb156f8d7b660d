import type { PlaceResolvers } from '../../generated/resolvers-types.ts';

export const airports: PlaceResolvers['airports'] = async ({ airportCode, cityKey }, _args, { loaders }) => {
  const ofCity = await loaders.airportsOfCity.load(cityKey);
  return ofCity.filter(({ code }) => airportCode === null || code === airportCode);
};
