import type { FlightResolvers } from '../../generated/resolvers-types.ts';
import { requireAirport } from '../loaded.ts';

export const origin: FlightResolvers['origin'] = ({ origin }, _args, context) => requireAirport(origin, context);
