import type { UserResolvers } from '../../generated/resolvers-types.ts';

export const tripCount: UserResolvers['tripCount'] = ({ id }, _args, { loaders }) => loaders.tripCount.load(id);
