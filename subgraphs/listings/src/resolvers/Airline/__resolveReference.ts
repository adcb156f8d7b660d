import type { AirlineResolvers } from '../../generated/resolvers-types.ts';

export const __resolveReference: AirlineResolvers['__resolveReference'] = ({ code }, { loaders }) =>
  loaders.airline.load(code);
