import { type DocumentNode, Kind } from 'graphql';
import { hasDirective, keyFieldsOf, type ObjectNode, objectsOf, rootTypeNames } from './ast.ts';
import type { SchemaSources } from './subgraph-source.ts';

/** Which subgraph owns which entity, and which types stand for entities of several kinds. */
export type Ownership = Readonly<{
  /** Entity name → the name of the subgraph that owns it. */
  ownerOf: ReadonlyMap<string, string>;
  /** Where a type is explained: the owner of an entity, the subgraph whose own types implement an interface. */
  homeOf(typeName: string): string | undefined;
  /** An entity's name, or those behind an interface or a union. Empty for a type without entities. */
  entitiesBehind(typeName: string): readonly string[];
}>;

const ownFieldCount = (node: ObjectNode): number => {
  const keys = new Set(keyFieldsOf(node));
  return (node.fields ?? []).filter((field) => !keys.has(field.name.value)).length;
};

/** The owner is who declares most fields beyond the key; among equals, the subgraph that comes first. */
function findOwners(sources: SchemaSources): Map<string, string> {
  const best = new Map<string, { owner: string; count: number }>();
  for (const source of sources.subgraphs) {
    for (const node of objectsOf(source.document)) {
      const name = node.name.value;
      if (rootTypeNames.has(name) || !hasDirective(node, 'key')) continue;
      const count = ownFieldCount(node);
      if (count > (best.get(name)?.count ?? -1)) best.set(name, { owner: source.name, count });
    }
  }
  return new Map([...best].map(([name, { owner }]) => [name, owner]));
}

/** `[group, member]`: a type and what it implements, a union and its members. */
function membershipsOf(document: DocumentNode): [string, string][] {
  const implementations = objectsOf(document).flatMap((node) =>
    (node.interfaces ?? []).map((each): [string, string] => [each.name.value, node.name.value]),
  );
  const unions = document.definitions.filter((node) => node.kind === Kind.UNION_TYPE_DEFINITION);
  const unionMembers = unions.flatMap((node) =>
    (node.types ?? []).map((type): [string, string] => [node.name.value, type.name.value]),
  );
  return [...implementations, ...unionMembers];
}

function findMembers(sources: SchemaSources): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const [group, member] of sources.subgraphs.flatMap(({ document }) => membershipsOf(document))) {
    members.set(group, (members.get(group) ?? new Set()).add(member));
  }
  return members;
}

function findInterfaceHomes(sources: SchemaSources): Map<string, string> {
  const homes = new Map<string, string>();
  for (const { name, document } of sources.subgraphs) {
    const implemented = objectsOf(document).flatMap((node) => (node.interfaces ?? []).map((each) => each.name.value));
    for (const each of implemented) if (!homes.has(each)) homes.set(each, name);
  }
  return homes;
}

/** Reads from the files who owns what. */
export function ownershipOf(sources: SchemaSources): Ownership {
  const ownerOf = findOwners(sources);
  const members = findMembers(sources);
  const homes = findInterfaceHomes(sources);
  return {
    ownerOf,
    homeOf: (typeName) => ownerOf.get(typeName) ?? homes.get(typeName),
    entitiesBehind: (typeName) => [typeName, ...(members.get(typeName) ?? [])].filter((name) => ownerOf.has(name)),
  };
}
