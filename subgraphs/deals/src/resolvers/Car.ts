import type { CarResolvers } from '../generated/resolvers-types.ts';
import { listingFields } from './listing-fields.ts';

/** A listing of another subgraph, with what its price tells. */
export const Car: CarResolvers = listingFields;
