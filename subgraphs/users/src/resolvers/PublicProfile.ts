import type { PublicProfileResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './PublicProfile/__resolveReference.ts';

/** What everybody may see of a person. */
export const PublicProfile: PublicProfileResolvers = { __resolveReference };
