import { GraphQLError } from 'graphql';
import type { PageRequest } from '../application/read-bookings.ts';
import type { Page } from '../ports/booking-reader.ts';
import type { BookingsContext } from './context.ts';

/** A refusal of arguments that no result union tells of. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

export type PageArguments = Readonly<{ first?: number | null; after?: string | null }>;

/** Reads the arguments of a list. The cursor belongs to one list of one reader: elsewhere it is refused. */
export function pageRequest(args: PageArguments, stream: string, { cursors }: BookingsContext): PageRequest {
  const first = args.first ?? 20;
  if (first < 1 || first > 100) throw badInput('`first` is a number from 1 to 100.');
  if (!args.after) return { first, after: null };
  const decoded = cursors.decode(args.after, stream);
  if (!decoded.ok) throw badInput('`after` is no cursor of this list. Use the `endCursor` of the page before.');
  return { first, after: decoded.epoch };
}

/** A page as a connection. A row's place is its id, which stands in the cursor's second part. */
export function connectionOf<Row extends { readonly id: string }>(
  page: Page<Row>,
  about: Readonly<{ stream: string; isFirst: boolean }>,
  { cursors }: BookingsContext,
) {
  const edges = page.rows.map((node) => ({
    cursor: cursors.encode({ stream: about.stream, epoch: node.id, position: 0 }),
    node,
  }));
  return {
    edges,
    totalCount: page.totalCount,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: page.hasNextPage,
      hasPreviousPage: !about.isFirst,
    },
  };
}
