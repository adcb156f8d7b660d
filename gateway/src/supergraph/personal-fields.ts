import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/** Coordinates, `Type.field` or `Type`, as keys: the form that the authorisation map has as well. */
export type Coordinates = Readonly<Record<string, object>>;

const scopeOf = ({ arguments: given = [] }: ConstDirectiveNode): string | undefined => {
  const scope = given.find(({ name }) => name.value === 'scope')?.value;
  return scope?.kind === Kind.ENUM ? scope.value.toLowerCase() : undefined;
};

const isPrivate = (node: ConstDirectiveNode): boolean =>
  node.name.value === 'cacheControl' && scopeOf(node) === 'private';

const marked = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined): [string, object][] =>
  directives?.some(isPrivate) ? [[coordinate, {}]] : [];

/**
 * What the schema itself calls private to its caller: `@cacheControl(scope: PRIVATE)`. What must not be kept for others must not be
 * shared with others either.
 */
export function personalFieldsOf(document: DocumentNode): Coordinates {
  const found = document.definitions.flatMap((node) => {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) return marked(node.name.value, node.directives);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    const fields = (node.fields ?? []).flatMap((field) =>
      marked(`${node.name.value}.${field.name.value}`, field.directives),
    );
    return [...marked(node.name.value, node.directives), ...fields];
  });
  return Object.fromEntries(found);
}
