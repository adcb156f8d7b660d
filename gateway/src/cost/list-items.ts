import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

/** What of a request can hold lists: its text, and its variables as they were sent. */
export type ListedRequest = Readonly<{ document: DocumentNode; variables: Readonly<Record<string, unknown>> }>;

/** Answers a refusal when the lists of a request have more items in all than are allowed. */
export type ListItemLimit = (request: ListedRequest) => GraphQLError | undefined;

function itemsInText(document: DocumentNode): number {
  let items = 0;
  visit(document, {
    [Kind.LIST]: ({ values }) => {
      items += values.length;
    },
  });
  return items;
}

/** Counts until the limit is passed. The values still to look at are kept in a list: a client can nest deeper than the stack is. */
function itemsIn(values: Readonly<Record<string, unknown>>, limit: number): number {
  const open: unknown[] = [values];
  let items = 0;
  while (open.length > 0 && items <= limit) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inner = Object.values(value);
    if (Array.isArray(value)) items += inner.length;
    if (items <= limit) for (const item of inner) open.push(item);
  }
  return items;
}

/**
 * Variables are not among the tokens that are limited, and a body has room for a hundred thousand short texts. So the items of all
 * lists are counted, those within lists too, before values are coerced and handed to a subgraph that may look each of them up.
 */
export function createListItemLimit(limit: number): ListItemLimit {
  const known = new WeakMap<DocumentNode, number>();
  return ({ document, variables }) => {
    const inText = known.get(document) ?? itemsInText(document);
    known.set(document, inText);
    if (inText + itemsIn(variables, limit - inText) <= limit) return undefined;
    const message = `The lists in the operation and its variables have more than ${limit} items in all. Send them in several operations.`;
    return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_MANY_LIST_ITEMS' } });
  };
}
