import { Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

/** By the house's convention the argument of a subscription field that says from where to replay. */
const cursorArgument = 'after';

const isGiven = (value: ValueNode, variables: Readonly<Record<string, unknown>>): boolean => {
  if (value.kind === Kind.NULL) return false;
  return value.kind !== Kind.VARIABLE || (variables[value.name.value] ?? null) !== null;
};

/**
 * Whether a subscription begins with a replay. Such a one has a stream of its own: what is replayed is meant for this client,
 * and the subgraph alone knows where the replay ends and the present begins.
 */
export const hasCursor = (operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): boolean =>
  operation.selectionSet.selections.some(
    (node) =>
      node.kind !== Kind.FIELD ||
      (node.arguments ?? []).some(
        (argument) => argument.name.value === cursorArgument && isGiven(argument.value, variables),
      ),
  );
