import { createList, pageSize, type RowPlace, toConnection } from '@meridian/platform/subgraph/pages';
import type { Account } from '../../domain/account.ts';
import type { Role } from '../../domain/roles.ts';
import type { AccountPlace } from '../../ports/user-directory.ts';
import type { UsersContext } from '../context.ts';

type Arguments = Readonly<{
  search?: string | null;
  role?: Role | null;
  first?: number | null;
  after?: string | null;
}>;

const placeIn = (account: Account) => ({ position: Date.parse(account.createdAt), id: account.id });

function accountPlace(place: RowPlace | undefined): AccountPlace | undefined {
  return place && { createdAt: new Date(place.position).toISOString(), id: place.id };
}

export async function users(_parent: unknown, args: Arguments, context: UsersContext) {
  const list = createList(context.cursors, 'users');
  const after = accountPlace(list.placeOf(args.after));
  const request = {
    first: pageSize(args.first),
    after,
    search: args.search ?? undefined,
    role: args.role ?? undefined,
  };
  const page = await context.users.findUsers(request, context.principal);
  if (!page) return null;
  const cursorOf = (account: Account) => list.cursorOf(placeIn(account));
  return {
    ...toConnection(page.accounts, { cursorOf, hasNext: page.hasNextPage, hasPrevious: after !== undefined }),
    totalCount: page.totalCount,
  };
}
