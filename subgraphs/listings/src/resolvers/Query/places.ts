import { pageSize } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const places: QueryResolvers['places'] = async (_parent, { search, kinds, first }, { listings }) => {
  const size = pageSize(first, { usual: 10, most: 50 });
  return listings.findPlaces({ text: search, kinds: kinds?.length ? kinds : undefined, first: size });
};
