import type { FlightReturnResolvers } from '../../generated/resolvers-types.ts';
import { loadFound } from '../found-flight.ts';

export const fare: FlightReturnResolvers['fare'] = (entry, _args, context) => loadFound(entry, context);
