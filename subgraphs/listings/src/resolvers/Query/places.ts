import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { pageSize } from '../list-page.ts';

export const places: QueryResolvers['places'] = async (_, { search, kinds, first }, { app }) => [
  ...(await app.findPlaces({ text: search, kinds: kinds ?? undefined, first: pageSize(first ?? 10, 50) })),
];
