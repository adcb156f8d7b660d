import { type GraphQLSchema, isAbstractType } from 'graphql';

/** Abstract type → the names of its members, as a client's cache needs it to match fragments on interfaces and unions. */
export const possibleTypesOf = (schema: GraphQLSchema): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isAbstractType(type))
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
