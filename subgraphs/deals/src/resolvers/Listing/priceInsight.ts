import type { FlightResolvers } from '../../generated/resolvers-types.ts';

export const priceInsight: FlightResolvers['priceInsight'] = async ({ id }, _args, { loaders }) =>
  (await loaders.insight.load(id)) ?? null;
