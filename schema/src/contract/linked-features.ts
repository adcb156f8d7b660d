import { type ASTNode, type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import { textArgument } from '../sdl/ast.ts';

/** A specification that a supergraph links: `https://specs.apollo.dev/authenticated/v0.1`. */
export type LinkedFeature = Readonly<{
  url: string;
  /** The name under which its directives and types appear: `authenticated`, `requiresScopes__Scope`. */
  name: string;
  /** `SECURITY` or `EXECUTION` where a reader that does not know it must refuse the supergraph. */
  purpose: string | undefined;
  /** The directives that appear without the feature's name in front: `listSize` of `cost`. */
  imports: readonly string[];
  node: ConstDirectiveNode;
}>;

function purposeOf(link: ConstDirectiveNode): string | undefined {
  const value = link.arguments?.find((argument) => argument.name.value === 'for')?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

/** `import: ["@listSize", { name: "@cost", as: "@price" }]` means listSize and price. */
function importsOf(link: ConstDirectiveNode): string[] {
  const value = link.arguments?.find((argument) => argument.name.value === 'import')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => {
    if (item.kind === Kind.STRING) return [item.value.replace('@', '')];
    if (item.kind !== Kind.OBJECT) return [];
    const text = (key: string) => item.fields.find((field) => field.name.value === key)?.value;
    const name = text('as') ?? text('name');
    return name?.kind === Kind.STRING ? [name.value.replace('@', '')] : [];
  });
}

/** The specifications that a supergraph links. Source: https://specs.apollo.dev/link/v1.0 */
export function linkedFeaturesOf(document: DocumentNode): LinkedFeature[] {
  const schemas = document.definitions.filter(
    (node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION,
  );
  const links = schemas.flatMap((node) => node.directives ?? []).filter((directive) => directive.name.value === 'link');
  return links.map((node) => {
    const url = textArgument(node, 'url') ?? '';
    const name = textArgument(node, 'as') ?? url.split('/').at(-2) ?? '';
    return { url, name, purpose: purposeOf(node), imports: importsOf(node), node };
  });
}

const belongsTo = (names: ReadonlySet<string>, name: string): boolean =>
  names.has(name) || names.has(name.split('__')[0] ?? name);

/** Takes features out of a supergraph: their links, and the definitions and uses of their directives and types. */
export function withoutFeatures(document: DocumentNode, features: readonly LinkedFeature[]): DocumentNode {
  const names = new Set(features.flatMap(({ name, imports }) => [name, ...imports]));
  const links = new Set<ASTNode>(features.map(({ node }) => node));
  return visit(document, {
    Directive: (node) => (links.has(node) || belongsTo(names, node.name.value) ? null : undefined),
    DirectiveDefinition: (node) => (belongsTo(names, node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (belongsTo(names, node.name.value) ? null : undefined),
    EnumTypeDefinition: (node) => (belongsTo(names, node.name.value) ? null : undefined),
  });
}
