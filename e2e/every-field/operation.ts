import { type GraphQLSchema, getNamedType, isObjectType, isUnionType, type OperationTypeNode, parse } from 'graphql';
import { selectionOf } from './selection.ts';

/** A token limit of the gateway's; selections are made as deep as fits below it. */
const mostTokens = 1900;

/** An operation of one root field. */
export type Operation = Readonly<{ document: string; field: string }>;

/** A root field and the one of its arguments that is given as a variable. */
export type RootField = Readonly<{ root: 'query' | 'mutation' | 'subscription'; field: string; argument: string }>;

/** An operation that asks for every member of a root field's union with all of its fields. */
export function operationOf(schema: GraphQLSchema, { root, field, argument }: RootField): Operation {
  const definition = schema.getRootType(root as OperationTypeNode)?.getFields()[field];
  if (!definition) throw new Error(`There is no ${root} "${field}".`);
  const type = definition.args.find(({ name }) => name === argument)?.type;
  // A subscription may select one field only, and `__typename` counts as one.
  const typename = root === 'subscription' ? '' : '__typename ';
  const head = `${root} ($${argument}: ${type}) { ${typename}${field}(${argument}: $${argument})`;
  const named = getNamedType(definition.type);
  const members = isUnionType(named) ? named.getTypes() : [named].filter(isObjectType);
  const documentAt = (levels: number) =>
    `${head} { __typename ${members.map((member) => `... on ${member.name} ${selectionOf(member, new Map(), levels)}`).join(' ')} } }`;
  return { field, document: [3, 2, 1].map(documentAt).find(fits) ?? documentAt(0) };
}

function fits(document: string): boolean {
  try {
    parse(document, { maxTokens: mostTokens });
    return true;
  } catch {
    return false;
  }
}
