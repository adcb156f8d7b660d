import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { scalars } from './scalars.ts';

type FieldResolvers = Readonly<Record<string, unknown>>;

/** Resolvers by type name and field name, as GraphQL Code Generator types them. */
export type SubgraphResolvers = Readonly<Record<string, FieldResolvers | GraphQLScalarType | object>>;

const metaFields = new Set(['__resolveType', '__resolveReference', '__isTypeOf', '__resolveObject']);

/** Apollo ignores a resolver of an unknown type or field in silence: a typo would answer null for ever. */
function refuseStrayResolvers(schema: GraphQLSchema, resolvers: SubgraphResolvers): void {
  const strays = Object.entries(resolvers).flatMap(([typeName, fields]) => {
    const type = schema.getType(typeName);
    if (!type) return [typeName];
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    const known = type.getFields();
    return Object.keys(fields).flatMap((field) =>
      metaFields.has(field) || known[field] ? [] : [`${typeName}.${field}`],
    );
  });
  if (strays.length > 0)
    throw new Error(`The schema does not know what these resolvers are for: ${strays.join(', ')}.`);
}

const declaredScalars = (document: DocumentNode): string[] =>
  document.definitions.flatMap((node) => (node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node.name.value] : []));

/** Scalars of federation itself carry a namespace, as in `link__Import`; they need no rule of ours. */
function scalarResolvers(document: DocumentNode, resolvers: SubgraphResolvers): Record<string, GraphQLScalarType> {
  const named = declaredScalars(document).filter((name) => !(name in resolvers || name.includes('__')));
  return Object.fromEntries(
    named.map((name) => {
      const scalar = scalars.get(name);
      if (!scalar)
        throw new Error(`The scalar ${name} is declared but has no rule in platform/src/subgraph/scalars.ts.`);
      return [name, scalar];
    }),
  );
}

const rootTypeNames = (schema: GraphQLSchema) =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type ? [type] : [],
  );

/** A root field without a resolver answers null for ever, whatever the data: an oversight, found at the start. */
function refuseBareRootFields(schema: GraphQLSchema): void {
  const bare = rootTypeNames(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.resolve || field.subscribe ? [] : [`${type.name}.${field.name}`],
    ),
  );
  if (bare.length > 0) throw new Error(`These root fields have no resolver: ${bare.join(', ')}.`);
}

const eventAsValue: GraphQLFieldResolver<unknown, unknown> = (...[event, , , info]) =>
  event !== null && typeof event === 'object' && info.fieldName in event
    ? (event as Record<string, unknown>)[info.fieldName]
    : event;

/** A subscription's event is the value of its field, unless the subgraph resolves it otherwise. */
function answerEventsAsTheyAre(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) field.resolve ??= eventAsValue;
}

/**
 * Builds a subgraph's executable schema from its SDL (shared value types already appended) and its resolvers. Scalars that the
 * SDL declares get the strict rules of `scalars.ts`. A subscription field is `{ subscribe }`; its events may be the field's value
 * or an object with the field's name. Throws when a resolver fits nothing, a root field has none, or a scalar has no rule.
 */
export function buildSubgraph(options: { typeDefs: string; resolvers: SubgraphResolvers }): GraphQLSchema {
  const document = parse(options.typeDefs);
  const resolvers = { ...scalarResolvers(document, options.resolvers), ...options.resolvers };
  // Apollo's resolver map wants an index signature that generated types do not have; the check below is stricter than its type.
  const schema = buildSubgraphSchema({
    typeDefs: document,
    resolvers: resolvers as Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>,
  });
  refuseStrayResolvers(schema, options.resolvers);
  answerEventsAsTheyAre(schema);
  refuseBareRootFields(schema);
  return schema;
}
