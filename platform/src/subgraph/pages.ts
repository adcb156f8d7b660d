import { GraphQLError } from 'graphql';
import type { Cursors } from '../identity/cursor.ts';

/** A refusal of arguments that no result union tells of. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** How many to answer: 1 to 100, 20 unless told. @throws GraphQLError for any other number */
export function pageSize(first: number | null | undefined, bounds: { usual?: number; most?: number } = {}): number {
  const { usual = 20, most = 100 } = bounds;
  const size = first ?? usual;
  if (size < 1 || size > most) throw badInput(`\`first\` is a number from 1 to ${most}.`);
  return size;
}

/** A row's place in a list: a number that the list is ordered by, and the row's id among equals. */
export type RowPlace = Readonly<{ position: number; id: string }>;

/**
 * A list of rows for one reader. A cursor names a place by a number and one life of the stream; a row has none of the latter, so
 * its id takes the second part.
 *
 * @param stream what is listed and for whom; a cursor of another list is refused
 */
export const createList = (cursors: Cursors, stream: string) => ({
  cursorOf: ({ position, id }: RowPlace): string => cursors.encode({ stream, epoch: id, position }),
  /** Where a page begins; undefined for the first one. @throws GraphQLError for what is no cursor of this list */
  placeOf(after: string | null | undefined): RowPlace | undefined {
    if (!after) return undefined;
    const decoded = cursors.decode(after, stream);
    if (!decoded.ok) throw badInput('`after` is no cursor of this list. Use the `endCursor` of the page before.');
    return { position: decoded.position, id: decoded.epoch };
  },
});

/** The edges of a page with their cursors, and where it begins and ends, as Relay has them. */
export function toConnection<Node>(
  nodes: readonly Node[],
  of: Readonly<{ cursorOf: (node: Node, index: number) => string; hasNext: boolean; hasPrevious: boolean }>,
) {
  const edges = nodes.map((node, index) => ({ cursor: of.cursorOf(node, index), node }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: of.hasNext,
      hasPreviousPage: of.hasPrevious,
    },
  };
}
