import type { FlightSearchConnectionResolvers } from '../generated/resolvers-types.ts';
import { facets } from './FlightSearchConnection/facets.ts';

/** A page of found flights. */
export const FlightSearchConnection: FlightSearchConnectionResolvers = { facets };
