import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const airport: QueryResolvers['airport'] = (_, { code }, { loaders }) => loaders.airport.load(code);
