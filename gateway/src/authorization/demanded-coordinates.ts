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
import type { Coordinates } from '../supergraph/personal-fields.ts';

/** A field as it is selected: the type it is selected on, and its name. */
export type SelectedField = Readonly<{ parent: GraphQLCompositeType; name: string }>;

/** Everything that may guard a field: itself, the same field of each type behind it, and the type that it answers. */
function coordinatesOf(schema: GraphQLSchema, { parent, name }: SelectedField): string[] {
  const behind = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  const carriers = [parent, ...behind].map((type) => `${type.name}.${name}`);
  return field ? [...carriers, getNamedType(field.type).name] : carriers;
}

/**
 * What guards a field where it is selected. On an interface a caller must meet the demands of every type behind it: which of
 * them answers is not known before it answers, and by then the secret has been fetched. A fragment on a permitted type still works.
 */
export const guardsOf = (schema: GraphQLSchema, field: SelectedField, map: Coordinates): string[] =>
  coordinatesOf(schema, field).filter((coordinate) => Object.hasOwn(map, coordinate));

/** Which of the coordinates an operation touches. For most operations there are none, and nothing else is to be done. */
export function demandedCoordinates(
  schema: GraphQLSchema,
  document: DocumentNode,
  map: Coordinates,
): ReadonlySet<string> {
  const found = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const parent = typeInfo.getParentType();
        for (const guard of parent ? guardsOf(schema, { parent, name: node.name.value }, map) : []) found.add(guard);
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
