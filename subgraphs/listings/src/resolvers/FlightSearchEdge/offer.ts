import type { FlightSearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { offerOfFound } from '../found-flight.ts';

export const offer: FlightSearchEdgeResolvers['offer'] = (entry, _args, context) => offerOfFound(entry, context);
