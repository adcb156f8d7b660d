import { hasScope } from '@meridian/platform/identity/scopes';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { pageSize, placeBehind, toConnection } from '../list-page.ts';

export const myListings: QueryResolvers['myListings'] = async (_, args, { principal, reads }) => {
  if (principal.kind !== 'user' || !hasScope(principal, 'listings:write')) return null;
  const first = pageSize(args.first);
  const [beforeId] = placeBehind('myListings', args) ?? [];
  const { listings, totalCount } = await reads.listings.ownedBy({
    ownerId: principal.userId,
    first: first + 1,
    ...(args.kind ? { kind: args.kind } : {}),
    ...(beforeId === undefined ? {} : { beforeId }),
  });
  const isContinued = beforeId !== undefined;
  return toConnection({ name: 'myListings', first, items: listings, totalCount, isContinued, place: ({ id }) => [id] });
};
