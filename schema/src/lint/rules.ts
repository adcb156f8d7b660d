import { knownScopes } from '@meridian/platform/identity/scopes';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type StringValueNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import {
  directivesOf,
  hasDirective,
  interfacesOf,
  keyFieldsOf,
  namedTypeOf,
  objectsOf,
  rootTypeNames,
} from '../sdl/ast.ts';
import { problemAt, type Rule } from './rule.ts';

const isRequired = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE;

/** `[Listing!]!` hides two exclamation marks; either lets one lost entity take its neighbours along. */
const hasAnyRequired = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE || (type.kind === Kind.LIST_TYPE && hasAnyRequired(type.type));

type Described = Readonly<{ description?: StringValueNode | undefined; name: { readonly value: string } }>;
type Fielded = Readonly<{ name: { readonly value: string }; fields?: readonly FieldDefinitionNode[] | undefined }>;

const isBlank = (node: Described): boolean => (node.description?.value.trim() ?? '') === '';

function describedParts(input: Parameters<Rule>[0]): [string, Described][] {
  return input.source.document.definitions.flatMap((node): [string, Described][] => {
    if (!('name' in node) || node.name === undefined) return [];
    const name = node.name.value;
    const isNamed = !rootTypeNames.has(name) && node.kind.endsWith('Definition');
    const own: [string, Described][] = isNamed ? [[name, node as Described]] : [];
    const fields = 'fields' in node ? (node.fields ?? []) : [];
    const parts = fields.flatMap((field: FieldDefinitionNode | InputValueDefinitionNode): [string, Described][] => [
      [`${name}.${field.name.value}`, field],
      ...('arguments' in field ? (field.arguments ?? []) : []).map((argument): [string, Described] => [
        `${name}.${field.name.value}(${argument.name.value}:)`,
        argument,
      ]),
    ]);
    const values = node.kind === Kind.ENUM_TYPE_DEFINITION ? (node.values ?? []) : [];
    return [...own, ...parts, ...values.map((value): [string, Described] => [`${name}.${value.name.value}`, value])];
  });
}

/** Descriptions are the documentation of third parties. */
export const everythingIsDescribed: Rule = (input) =>
  describedParts(input)
    .filter(([, node]) => isBlank(node))
    .map(([coordinate, node]) => problemAt(node as never, `${coordinate} has no description. Say what it means.`));

const fieldsOf = (types: readonly Fielded[]): [string, FieldDefinitionNode][] =>
  types.flatMap((type) =>
    (type.fields ?? []).map((field): [string, FieldDefinitionNode] => [
      `${type.name.value}.${field.name.value}`,
      field,
    ]),
  );

const rootFieldsOf = (input: Parameters<Rule>[0], root: string): [string, FieldDefinitionNode][] =>
  fieldsOf(objectsOf(input.source.document).filter((node) => node.name.value === root));

/** One subgraph that is down must not take the answers of the others along. */
export const queryFieldsAreNullable: Rule = (input) =>
  rootFieldsOf(input, 'Query')
    .filter(([, field]) => isRequired(field.type))
    .map(([coordinate, field]) =>
      problemAt(field, `${coordinate} must be nullable: its subgraph may be down. Take the last "!" away.`),
    );

/** Fields on an entity of another subgraph are lost when this one is down; the entity shall stay. */
export const fieldsAddedToEntitiesAreNullable: Rule = (input) => {
  const { source, ownership } = input;
  const isForeign = (name: string) =>
    ownership.entitiesBehind(name).some((entity) => ownership.ownerOf.get(entity) !== source.name);
  const implemented = new Set(
    objectsOf(source.document).flatMap((node) => (node.interfaces ?? []).map((each) => each.name.value)),
  );
  const objects = objectsOf(source.document).filter(
    (node) => ownership.ownerOf.has(node.name.value) && isForeign(node.name.value),
  );
  const interfaces = interfacesOf(source.document).filter(
    (node) => !implemented.has(node.name.value) && isForeign(node.name.value),
  );
  const keys = new Set([...objects.flatMap(keyFieldsOf), 'id']);
  return fieldsOf([...objects, ...interfaces])
    .filter(([, field]) => isRequired(field.type) && !keys.has(field.name.value) && !hasDirective(field, 'external'))
    .map(([coordinate, field]) =>
      problemAt(field, `${coordinate} is added to another subgraph's entity and must be nullable.`),
    );
};

/** A reference to an entity of another subgraph is null while that subgraph is down, or when the entity is gone. */
export const referencesAreNullable: Rule = ({ source, ownership }) =>
  fieldsOf([...objectsOf(source.document), ...interfacesOf(source.document)])
    .filter(([, field]) => {
      const entities = ownership.entitiesBehind(namedTypeOf(field.type));
      return hasAnyRequired(field.type) && entities.some((entity) => ownership.ownerOf.get(entity) !== source.name);
    })
    .map(([coordinate, field]) =>
      problemAt(
        field,
        `${coordinate} refers to another subgraph's entity: it, and each item of a list, must be nullable.`,
      ),
    );

const isProtected = (field: FieldDefinitionNode): boolean =>
  ['authenticated', 'requiresScopes', 'policy'].some((name) => hasDirective(field, name));

/** A caller who may not have a field gets null and an error, not a hole in its parent. */
export const protectedFieldsAreNullable: Rule = ({ source }) =>
  fieldsOf([...objectsOf(source.document), ...interfacesOf(source.document)])
    .filter(([, field]) => isProtected(field) && isRequired(field.type))
    .map(([coordinate, field]) =>
      problemAt(field, `${coordinate} is protected and must be nullable: it is null for those who may not have it.`),
    );

/** Expected failures are data, so every mutation answers one of several types. */
export const mutationsReturnUnions: Rule = (input) => {
  const all = [...input.sources.subgraphs, input.sources.shared].flatMap(({ document }) => document.definitions);
  const unions = new Set(all.flatMap((node) => (node.kind === Kind.UNION_TYPE_DEFINITION ? [node.name.value] : [])));
  return rootFieldsOf(input, 'Mutation')
    .filter(([, field]) => field.type.kind === Kind.LIST_TYPE || !unions.has(namedTypeOf(field.type)))
    .map(([coordinate, field]) =>
      problemAt(field, `${coordinate} must return a union of its success and its failures.`),
    );
};

/** Every stream can be resumed. */
export const subscriptionsTakeCursors: Rule = (input) =>
  rootFieldsOf(input, 'Subscription')
    .filter(([, field]) => {
      const after = field.arguments?.find((argument) => argument.name.value === 'after');
      return after?.type.kind !== Kind.NAMED_TYPE || after.type.name.value !== 'Cursor';
    })
    .map(([coordinate, field]) =>
      problemAt(field, `${coordinate} must take "after: Cursor", so that a client can go on where it stopped.`),
    );

/** A tag on a type would make every field that is ever added public at once. */
export const tagsStandOnFields: Rule = ({ source }) =>
  [...objectsOf(source.document), ...interfacesOf(source.document)].flatMap((node) =>
    directivesOf(node, 'tag').map((tag) =>
      problemAt(
        tag,
        `@tag stands on the type ${node.name.value}. Tag its public fields one by one: a type is public when a field of it is.`,
      ),
    ),
  );

function scopesOf(directive: ConstDirectiveNode): string[] {
  const value = directive.arguments?.find((argument) => argument.name.value === 'scopes')?.value;
  const scopes: unknown = value === undefined ? [] : valueFromASTUntyped(value);
  return Array.isArray(scopes) ? scopes.flat().filter((scope): scope is string => typeof scope === 'string') : [];
}

/** A scope that no role grants locks everybody out, and nobody notices. */
export const scopesAreGranted: Rule = ({ source }) =>
  fieldsOf(objectsOf(source.document).concat(interfacesOf(source.document) as never)).flatMap(([coordinate, field]) =>
    directivesOf(field, 'requiresScopes')
      .flatMap(scopesOf)
      .filter((scope) => !knownScopes.includes(scope))
      .map((scope) =>
        problemAt(
          field,
          `${coordinate} asks for the scope "${scope}", which no role grants (platform/identity/scopes.ts).`,
        ),
      ),
  );
