import type { FlightSearchConnectionResolvers } from '../generated/resolvers-types.ts';
import { facets } from './FlightSearchConnection/facets.ts';

export const FlightSearchConnection: FlightSearchConnectionResolvers = { facets };
