import type { UserResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './User/__resolveReference.ts';
import { alerts } from './User/alerts.ts';
import { watches } from './User/watches.ts';

/** An account of another subgraph, with what it watches and was told. */
export const User: UserResolvers = { __resolveReference, watches, alerts };
