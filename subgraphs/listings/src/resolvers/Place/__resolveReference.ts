import type { PlaceResolvers } from '../../generated/resolvers-types.ts';

export const __resolveReference: PlaceResolvers['__resolveReference'] = ({ id }, { loaders }) => loaders.place.load(id);
