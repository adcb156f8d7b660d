import type { FlightReturnResolvers } from '../../generated/resolvers-types.ts';
import { priceOfFound } from '../found-flight.ts';

export const price: FlightReturnResolvers['price'] = (entry, _args, context) => priceOfFound(entry, context);
