import type { FlightSearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { priceOfFound } from '../found-flight.ts';

export const price: FlightSearchEdgeResolvers['price'] = (entry, _args, context) => priceOfFound(entry, context);
