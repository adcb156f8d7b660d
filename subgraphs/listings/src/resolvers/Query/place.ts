import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const place: QueryResolvers['place'] = (_parent, { id }, { loaders }) => loaders.place.load(id);
