import type { PublicProfileResolvers } from '../../generated/resolvers-types.ts';

/** A profile is everybody's to see. */
export const __resolveReference: PublicProfileResolvers['__resolveReference'] = ({ id }, { loaders }) =>
  loaders.publicProfile.load(id);
