import type { DealConnectionResolvers } from '../generated/resolvers-types.ts';
import { facets } from './DealConnection/facets.ts';

/** A page of deals that hold. */
export const DealConnection: DealConnectionResolvers = { facets };
