import type { FlightSearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { loadFound } from '../found-flight.ts';

export const fare: FlightSearchEdgeResolvers['fare'] = (entry, _args, context) => loadFound(entry, context);
