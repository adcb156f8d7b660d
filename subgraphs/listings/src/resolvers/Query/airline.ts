import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const airline: QueryResolvers['airline'] = (_, { code }, { loaders }) =>
  loaders.airline.load(code.toUpperCase());
