import type { CarResolvers } from '../generated/resolvers-types.ts';
import { listingFields } from './listing-fields.ts';

/** A listing of another subgraph, with what is left of it. */
export const Car: CarResolvers = listingFields;
