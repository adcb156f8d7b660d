import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const place: QueryResolvers['place'] = (_, { id }, { loaders }) => loaders.place.load(id);
