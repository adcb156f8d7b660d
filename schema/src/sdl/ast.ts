import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';

/** An object type as it is declared or extended. */
export type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

type WithDirectives = Readonly<{ directives?: readonly ConstDirectiveNode[] | undefined }>;
type Located = Readonly<{
  loc?: { readonly startToken: { readonly line: number }; readonly source: { readonly name: string } } | undefined;
}>;

/** Types whose fields are entry points. Every subgraph adds to them and nobody owns them. */
export const rootTypeNames: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** The object types that a document declares or extends. */
export const objectsOf = (document: DocumentNode): ObjectNode[] =>
  document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  ) as ObjectNode[];

/** The interfaces that a document declares. */
export const interfacesOf = (document: DocumentNode): InterfaceTypeDefinitionNode[] =>
  document.definitions.filter((node: DefinitionNode) => node.kind === Kind.INTERFACE_TYPE_DEFINITION);

/** The uses of one directive on a node. */
export const directivesOf = (node: WithDirectives, name: string): ConstDirectiveNode[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);

/** Whether a directive stands on a node. */
export const hasDirective = (node: WithDirectives, name: string): boolean => directivesOf(node, name).length > 0;

/** Composition refuses these on interface fields; their meaning is the object field's. The author writes them once all the same. */
const onObjectFieldsOnly: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy', 'cost']);

/** A field as an interface may have it. */
export const withoutObjectDirectives = (field: FieldDefinitionNode): FieldDefinitionNode => ({
  ...field,
  directives: (field.directives ?? []).filter((directive) => !onObjectFieldsOnly.has(directive.name.value)),
});

/** The text of a directive's argument, when it has that argument and it is a text. */
export function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** Whether `@tag(name: "public")` stands on a node. */
export const isTaggedPublic = (node: WithDirectives): boolean =>
  directivesOf(node, 'tag').some((directive) => textArgument(directive, 'name') === 'public');

/** The name of the type behind lists and exclamation marks. */
export const namedTypeOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);

/** The fields of an entity's first key, at its top level: `["id"]`. Empty for what is no entity. */
export function keyFieldsOf(node: WithDirectives): string[] {
  const [key] = directivesOf(node, 'key');
  const fields = key === undefined ? undefined : textArgument(key, 'fields');
  return fields === undefined
    ? []
    : fields
        .replace(/\{[^}]*\}/g, ' ')
        .split(/[\s,]+/)
        .filter(Boolean);
}

/** `schema/users.graphql:12`, for messages. */
export const placeOf = (node: Located): string =>
  node.loc === undefined ? 'generated' : `${node.loc.source.name}:${node.loc.startToken.line}`;
