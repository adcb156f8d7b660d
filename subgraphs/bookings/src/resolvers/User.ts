import type { UserResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './User/__resolveReference.ts';
import { bookings } from './User/bookings.ts';

/** An account of another subgraph, with its bookings. */
export const User: UserResolvers = { __resolveReference, bookings };
