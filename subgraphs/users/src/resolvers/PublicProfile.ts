import type { PublicProfileResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './PublicProfile/__resolveReference.ts';

export const PublicProfile: PublicProfileResolvers = { __resolveReference };
