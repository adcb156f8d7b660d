import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const airline: QueryResolvers['airline'] = (_parent, { code }, { loaders }) =>
  loaders.airline.load(code.toUpperCase());
