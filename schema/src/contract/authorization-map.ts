import { type ConstDirectiveNode, Kind, parse, valueFromASTUntyped } from 'graphql';
import { refusedFeaturesOf } from './execution-supergraph.ts';

/** What the security directives demand: directive → its arguments. */
export type Demands = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Demands by coordinate: `Type.field` or, for a directive on a whole type, `Type`. */
export type AuthorizationMap = Readonly<Record<string, Demands>>;

const argumentsOf = (directive: ConstDirectiveNode): Record<string, unknown> =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

function demandsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  security: ReadonlySet<string>,
): Demands | undefined {
  const found = (directives ?? []).filter((directive) => security.has(directive.name.value));
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map((directive) => [directive.name.value, argumentsOf(directive)]));
}

/**
 * What each type and field of a supergraph demands of its caller: all uses of the directives that `executionSupergraphOf` takes
 * out, whatever they are called, so that a new one cannot be dropped in silence: the gateway refuses what it cannot enforce.
 */
export function authorizationMapOf(supergraph: string): AuthorizationMap {
  const document = parse(supergraph, { noLocation: true });
  const security = new Set(refusedFeaturesOf(document).flatMap(({ name, imports }) => [name, ...imports]));
  const entries: [string, Demands][] = [];
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    const demands = demandsOf(directives, security);
    if (demands !== undefined) entries.push([coordinate, demands]);
  };
  for (const node of document.definitions) {
    if (!('name' in node) || node.name === undefined || node.kind === Kind.DIRECTIVE_DEFINITION) continue;
    note(node.name.value, node.directives as readonly ConstDirectiveNode[] | undefined);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) note(`${node.name.value}.${field.name.value}`, field.directives);
  }
  return Object.fromEntries(entries);
}
