import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import { readOwnership } from '../../subgraph-down/ownership.ts';
import type { Afterwards } from '../afterwards.ts';
import type { Coverage } from '../coverage.ts';

const member = 'NotPermitted';

/**
 * The gateway refuses callers without the right before anything runs. Whoever gets past it meets a second lock: nobody asks each
 * mutation of a union that has not been seen to answer {@link member}, at its subgraph.
 */
export async function playSecondLock(schema: GraphQLSchema, coverage: Coverage, afterwards: Afterwards): Promise<void> {
  const ownership = await readOwnership();
  const unseen = new Set(coverage.unseenMembers());
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (!unseen.has(`${String(field.type).replace('!', '')} = ${member}`)) continue;
    const [subgraph = ''] = ownership.get(`Mutation.${field.name}`) ?? [];
    const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const query = `mutation (${declared}) {
      __typename ${field.name}(${given}) { __typename ... on ${member} { code message path retryable } }
    }`;
    const variables = Object.fromEntries(field.args.map(({ name, type }) => [name, anyValueOf(type)]));
    const { data, errors } = await afterwards.askBehind(subgraph, query, variables);
    if (errors) throw new Error(`${field.name}: ${errors.map(({ message }) => message).join('; ')}`);
    coverage.record(data);
  }
}

/** A value with the shape of a type and no meaning. */
function anyValueOf(type: GraphQLInputType): unknown {
  const named = getNullableType(type);
  if (isListType(named)) return [anyValueOf(named.ofType)];
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return named.name === 'Int' ? 1 : 'whatever';
  const fields = Object.values(named.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(fields.map((field) => [field.name, anyValueOf(field.type)]));
}
