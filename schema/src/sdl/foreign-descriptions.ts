import { type DefinitionNode, type FieldDefinitionNode, Kind } from 'graphql';
import { interfacesOf, objectsOf } from './ast.ts';
import type { Ownership } from './ownership.ts';
import type { SchemaSources } from './subgraph-source.ts';

function fieldsByType(sources: SchemaSources): Map<string, Map<string, ReadonlySet<string>>> {
  const ofSubgraph = sources.subgraphs.map(({ name, document }): [string, Map<string, ReadonlySet<string>>] => {
    const types = [...objectsOf(document), ...interfacesOf(document)];
    const fields = types.map((type): [string, ReadonlySet<string>] => [
      type.name.value,
      new Set((type.fields ?? []).map((field) => field.name.value)),
    ]);
    return [name, new Map(fields)];
  });
  return new Map(ofSubgraph);
}

const withoutDescription = (field: FieldDefinitionNode): FieldDefinitionNode => ({
  ...field,
  description: undefined,
  arguments: (field.arguments ?? []).map((argument) => ({ ...argument, description: undefined })),
});

/**
 * Takes descriptions from what another subgraph owns, for composition keeps one description per element and picks by the
 * subgraph's name. So the owner's words stand in the supergraph, and a subgraph that adds a field may say in its own file what
 * the type means to it.
 */
export function createForeignDescriptions(sources: SchemaSources, ownership: Ownership) {
  const fields = fieldsByType(sources);
  return (subgraph: string, node: DefinitionNode): DefinitionNode => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return node;
    const home = ownership.homeOf(node.name.value);
    if (home === undefined || home === subgraph) return node;
    const explained = fields.get(home)?.get(node.name.value) ?? new Set();
    const ownFields = (node.fields ?? []).map((field) =>
      explained.has(field.name.value) ? withoutDescription(field) : field,
    );
    return { ...node, description: undefined, fields: ownFields };
  };
}
