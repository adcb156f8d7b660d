import { type DocumentNode, type FieldNode, getOperationAST, Kind, parse, visit } from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Asks for `__typename` in every object. The root of a subscription may select one field only. */
export const withTypenames = (text: string): DocumentNode =>
  visit(parse(text, { noLocation: true }), {
    SelectionSet(node, _key, parent) {
      const isSubscription = parent !== undefined && 'operation' in parent && parent.operation === 'subscription';
      const isThere = node.selections.some((inner) => inner.kind === Kind.FIELD && inner.name.value === '__typename');
      return isSubscription || isThere ? undefined : { ...node, selections: [typename, ...node.selections] };
    },
  });

/** The name of the one field at a subscription's root. */
export function rootFieldOf(document: DocumentNode): string {
  const field = getOperationAST(document)?.selectionSet.selections[0];
  if (field?.kind !== Kind.FIELD) throw new Error('This is no subscription of one field.');
  return field.name.value;
}

/** Lets a subscription go on behind a cursor, whether it asks for one or not. */
export const continuedFrom = (document: DocumentNode, cursor: string): DocumentNode =>
  visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: (operation.variableDefinitions ?? []).filter(
        ({ variable }) => variable.name.value !== 'after',
      ),
      selectionSet: {
        ...operation.selectionSet,
        selections: operation.selectionSet.selections.map((node) =>
          node.kind === Kind.FIELD ? { ...node, arguments: withAfter(node, cursor) } : node,
        ),
      },
    }),
  });

const withAfter = (field: FieldNode, cursor: string) => [
  ...(field.arguments ?? []).filter(({ name }) => name.value !== 'after'),
  {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'after' },
    value: { kind: Kind.STRING, value: cursor },
  } as const,
];
