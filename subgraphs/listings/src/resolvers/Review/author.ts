import type { ReviewResolvers } from '../../generated/resolvers-types.ts';
import { toProfile } from '../shapes.ts';

export const author: ReviewResolvers['author'] = async ({ authorId, sourceKey }, _args, { loaders }) =>
  sourceKey === null ? toProfile(await loaders.profileId.load(authorId)) : null;
