import type { FlightResolvers } from '../../generated/resolvers-types.ts';
import { requireAirport } from '../loaded.ts';

export const destination: FlightResolvers['destination'] = ({ destination }, _args, context) =>
  requireAirport(destination, context);
