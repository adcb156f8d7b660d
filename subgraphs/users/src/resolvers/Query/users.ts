import { listStream } from '@meridian/platform/subgraph/list-stream';
import { createList, pageSize, type RowPlace, toConnection } from '@meridian/platform/subgraph/pages';
import type { Account } from '../../domain/account.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import type { AccountPlace } from '../../ports/user-directory.ts';

const placeIn = (account: Account) => ({ position: Date.parse(account.createdAt), id: account.id });

const accountPlace = (place: RowPlace | undefined): AccountPlace | undefined =>
  place && { createdAt: new Date(place.position).toISOString(), id: place.id };

export const users: QueryResolvers['users'] = async (_parent, args, { users, cursors, principal }) => {
  const wanted = { search: args.search ?? undefined, role: args.role ?? undefined };
  const list = createList(cursors, listStream('users', wanted));
  const after = accountPlace(list.placeOf(args.after));
  const page = await users.findUsers({ ...wanted, first: pageSize(args.first), after, principal });
  if (!page) return null;
  const cursorOf = (account: Account) => list.cursorOf(placeIn(account));
  return {
    ...toConnection(page.accounts, { cursorOf, hasNext: page.hasNextPage, hasPrevious: after !== undefined }),
    totalCount: page.totalCount,
  };
};
