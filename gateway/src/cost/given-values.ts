import { type GraphQLArgument, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { Variables } from './formula.ts';

/** The value of an argument: what the document alone says, or how to find it among the variables. */
export type GivenValue = Readonly<{ constant: unknown } | { read: (variables: Variables) => unknown }>;

const hasVariables = (node: ValueNode): boolean => {
  if (node.kind === Kind.LIST) return node.values.some(hasVariables);
  if (node.kind === Kind.OBJECT) return node.fields.some(({ value }) => hasVariables(value));
  return node.kind === Kind.VARIABLE;
};

/**
 * The value with which a field will run. An argument that is left out, or given by a variable that is left out, has the schema's
 * default. Values stay as they were sent: sizes and counts are looked for in them, and whatever is of another type counts nothing.
 */
export function givenValueOf(node: ValueNode | undefined, { defaultValue }: GraphQLArgument): GivenValue {
  if (!node) return { constant: defaultValue };
  if (!hasVariables(node)) return { constant: valueFromASTUntyped(node) };
  return {
    read: (variables) => {
      const value: unknown = valueFromASTUntyped(node, variables);
      return value === undefined ? defaultValue : value;
    },
  };
}

/** The value for these variables, unchecked: of whatever type the client has sent. */
export const valueIn = (given: GivenValue, variables: Variables): unknown =>
  'read' in given ? given.read(variables) : given.constant;
