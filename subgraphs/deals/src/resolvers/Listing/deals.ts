import type { FlightResolvers } from '../../generated/resolvers-types.ts';

export const deals: FlightResolvers['deals'] = ({ id }, _args, { loaders }) => loaders.dealsOn.load(id);
