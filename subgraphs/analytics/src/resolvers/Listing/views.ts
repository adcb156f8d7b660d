import { mayReadFigures } from '../../application/caller.ts';
import type { FlightResolvers } from '../../generated/resolvers-types.ts';

export const views: FlightResolvers['views'] = async ({ id }, _args, { principal, loaders }) =>
  mayReadFigures(principal) ? (await loaders.interest.load(id)).views : null;
