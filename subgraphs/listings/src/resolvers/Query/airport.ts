import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const airport: QueryResolvers['airport'] = (_parent, { code }, { loaders }) => loaders.airport.load(code);
