import type { Account } from '../../domain/account.ts';
import type { Role } from '../../domain/roles.ts';
import type { AccountPlace } from '../../ports/user-directory.ts';
import type { UsersContext } from '../context.ts';
import { badInput, pageSize } from '../page-size.ts';

type Arguments = Readonly<{
  search?: string | null;
  role?: Role | null;
  first?: number | null;
  after?: string | null;
}>;

const stream = 'users';

// A cursor names a place by a number and one life of the stream. A page of accounts lies behind an instant and, among equals,
// behind an id: the id takes the second part.
const cursorOf = (account: Account, { cursors }: UsersContext): string =>
  cursors.encode({ stream, epoch: account.id, position: Date.parse(account.createdAt) });

function placeOf(after: string | null | undefined, { cursors }: UsersContext): AccountPlace | undefined {
  if (!after) return undefined;
  const decoded = cursors.decode(after, stream);
  if (!decoded.ok) throw badInput('`after` is no cursor of this list. Use the `endCursor` of the page before.');
  return { createdAt: new Date(decoded.position).toISOString(), id: decoded.epoch };
}

export async function users(_parent: unknown, args: Arguments, context: UsersContext) {
  const first = pageSize(args.first);
  const after = placeOf(args.after, context);
  const request = { first, after, search: args.search ?? undefined, role: args.role ?? undefined };
  const page = await context.users.findUsers(request, context.principal);
  if (!page) return null;
  const edges = page.accounts.map((node) => ({ cursor: cursorOf(node, context), node }));
  const pageInfo = {
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
    hasNextPage: page.hasNextPage,
    hasPreviousPage: after !== undefined,
  };
  return { edges, totalCount: page.totalCount, pageInfo };
}
