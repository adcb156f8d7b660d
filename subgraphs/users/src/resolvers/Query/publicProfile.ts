import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const publicProfile: QueryResolvers['publicProfile'] = (_parent, { id }, { loaders }) =>
  loaders.publicProfile.load(id);
