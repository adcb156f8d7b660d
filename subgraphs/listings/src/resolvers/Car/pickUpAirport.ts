import type { CarResolvers } from '../../generated/resolvers-types.ts';

export const pickUpAirport: CarResolvers['pickUpAirport'] = ({ airport }, _args, { loaders }) =>
  airport === null ? null : loaders.airport.load(airport);
