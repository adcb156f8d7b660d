import type { AuthorizationMap } from '@meridian/schema/contract/authorization-map';
import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Everything that may guard a field of a composite type: the field on it and on each type behind it, and those types. */
function coordinatesOfField(schema: GraphQLSchema, parent: GraphQLCompositeType, fieldName: string): string[] {
  const behind = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
  const interfaces = isObjectType(parent) || isInterfaceType(parent) ? parent.getInterfaces() : [];
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[fieldName] : undefined;
  const carriers = [parent, ...behind, ...interfaces].map(({ name }) => `${name}.${fieldName}`);
  return field ? [...carriers, getNamedType(field.type).name] : carriers;
}

/**
 * What guards a field where it is selected. On an interface a caller must meet the demands of every type behind it: which of
 * them answers is not known before it answers, and by then the secret has been fetched. A fragment on a permitted type still works.
 */
export const guardsOf = (
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  fieldName: string,
  map: AuthorizationMap,
): string[] => coordinatesOfField(schema, parent, fieldName).filter((coordinate) => Object.hasOwn(map, coordinate));

/** The coordinates of the map that an operation touches. For most operations there are none, and nothing else is to be done. */
export function demandedCoordinates(
  schema: GraphQLSchema,
  document: DocumentNode,
  map: AuthorizationMap,
): ReadonlySet<string> {
  const found = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const parent = typeInfo.getParentType();
        for (const guard of parent ? guardsOf(schema, parent, node.name.value, map) : []) found.add(guard);
      },
      InlineFragment: ({ typeCondition }) => {
        if (typeCondition && Object.hasOwn(map, typeCondition.name.value)) found.add(typeCondition.name.value);
      },
      FragmentDefinition: ({ typeCondition }) => {
        if (Object.hasOwn(map, typeCondition.name.value)) found.add(typeCondition.name.value);
      },
    }),
  );
  return found;
}
