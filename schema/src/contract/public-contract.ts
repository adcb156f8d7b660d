import { Supergraph } from '@apollo/federation-internals';
import {
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { linkedFeaturesOf, withoutFeatures } from './linked-features.ts';
import { publicElementsOf } from './public-elements.ts';

/** The contract as SDL and as the sorted list of its coordinates, or why there is none. */
export type PublicContract =
  | Readonly<{ ok: true; sdl: string; coordinates: readonly string[] }>
  | Readonly<{ ok: false; problems: readonly string[] }>;

const inaccessible: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'inaccessible' } };
const inaccessibleSpec = parse(`
  extend schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
`);

const needed: ReadonlySet<string> = new Set(['link', 'join', 'inaccessible']);

/** Leaves what Apollo's API schema needs. Costs and cache hints are ours, not the third parties'. */
function contractBase(supergraph: DocumentNode): DocumentNode {
  const features = linkedFeaturesOf(supergraph);
  // The tags stay until they have been read; the API schema drops them.
  const document = withoutFeatures(
    supergraph,
    features.filter(({ name }) => !needed.has(name) && name !== 'tag'),
  );
  if (features.some(({ name }) => name === 'inaccessible')) return document;
  return { ...document, definitions: [...document.definitions, ...inaccessibleSpec.definitions] };
}

/** Marks everything that is not public. */
function hide(document: DocumentNode, keep: ReadonlySet<ASTNode>): DocumentNode {
  const mark = <Node extends ASTNode & { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node) => {
    const isHidden = node.directives?.some((directive) => directive.name.value === 'inaccessible') ?? false;
    if (keep.has(node) || isHidden) return undefined;
    return { ...node, directives: [...(node.directives ?? []), inaccessible] };
  };
  return visit(document, {
    DirectiveDefinition: () => false,
    ObjectTypeDefinition: mark,
    InterfaceTypeDefinition: mark,
    UnionTypeDefinition: mark,
    EnumTypeDefinition: mark,
    EnumValueDefinition: mark,
    InputObjectTypeDefinition: mark,
    InputValueDefinition: mark,
    ScalarTypeDefinition: mark,
    FieldDefinition: mark,
  });
}

function coordinatesOf(schema: GraphQLSchema): string[] {
  const coordinates = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) return [];
    if (isEnumType(type)) return type.getValues().map((value) => `${type.name}.${value.name}`);
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      `${type.name}.${field.name}`,
      ...field.args.map((argument) => `${type.name}.${field.name}(${argument.name}:)`),
    ]);
  });
  return coordinates.sort();
}

/**
 * Derives the third parties' contract: everything that is not tagged `public` is marked `@inaccessible`, and Apollo's API schema
 * of that is the contract. (Apollo ships no contract filter outside of its platform.) An object type is public when it has a
 * public field; a union, a scalar or an interface when something public refers to it.
 */
export function publicContractOf(executionSupergraph: string): PublicContract {
  const document = contractBase(parse(executionSupergraph, { noLocation: true }));
  const { keep, problems } = publicElementsOf(document);
  if (problems.length > 0) return { ok: false, problems };
  try {
    const supergraph = Supergraph.build(print(hide(document, keep)));
    const schema = lexicographicSortSchema(supergraph.apiSchema().toGraphQLJSSchema());
    return { ok: true, sdl: `${printSchema(schema)}\n`, coordinates: coordinatesOf(schema) };
  } catch (error) {
    const causes = (error as { causes?: readonly Error[] }).causes ?? [error as Error];
    return { ok: false, problems: causes.map((cause) => `The public contract cannot be made: ${cause.message}`) };
  }
}
