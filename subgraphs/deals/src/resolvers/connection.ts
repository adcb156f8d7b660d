/** Edges with their cursors, and where the page begins and ends. */
export function toConnection<Node>(
  nodes: readonly Node[],
  of: Readonly<{ cursorOf: (node: Node) => string; hasNext: boolean; hasPrevious: boolean }>,
) {
  const edges = nodes.map((node) => ({ cursor: of.cursorOf(node), node }));
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
