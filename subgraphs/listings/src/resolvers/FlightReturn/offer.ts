import type { FlightReturnResolvers } from '../../generated/resolvers-types.ts';
import { offerOfFound } from '../found-flight.ts';

export const offer: FlightReturnResolvers['offer'] = (entry, _args, context) => offerOfFound(entry, context);
