import type { FlightResolvers } from '../generated/resolvers-types.ts';
import { listingFields } from './listing-fields.ts';

/** A listing of another subgraph, with how it does. */
export const Flight: FlightResolvers = listingFields;
