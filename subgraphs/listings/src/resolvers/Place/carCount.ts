import type { PlaceResolvers } from '../../generated/resolvers-types.ts';

/** Of its city: a neighbourhood's or airport's visitors look around the whole city. */
export const carCount: PlaceResolvers['carCount'] = async ({ cityKey }, _args, { loaders }) =>
  (await loaders.cityCounts.load(cityKey)).cars;
