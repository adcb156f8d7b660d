import type { AirportResolvers } from '../../generated/resolvers-types.ts';

export const __resolveReference: AirportResolvers['__resolveReference'] = ({ code }, { loaders }) =>
  loaders.airport.load(code);
