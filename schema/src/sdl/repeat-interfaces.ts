import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NameNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { hasDirective, interfacesOf, keyFieldsOf, objectsOf, withoutObjectDirectives } from './ast.ts';
import type { SubgraphSource } from './subgraph-source.ts';

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });

function keyDirective(fields: readonly string[], isResolvable: boolean): ConstDirectiveNode {
  const resolvable = {
    kind: Kind.ARGUMENT,
    name: nameNode('resolvable'),
    value: { kind: Kind.BOOLEAN, value: false },
  } as const;
  const ofFields = {
    kind: Kind.ARGUMENT,
    name: nameNode('fields'),
    value: { kind: Kind.STRING, value: fields.join(' ') },
  } as const;
  return { kind: Kind.DIRECTIVE, name: nameNode('key'), arguments: isResolvable ? [ofFields] : [ofFields, resolvable] };
}

/** An entity of another subgraph that implements an interface. */
type ForeignEntity = Readonly<{ name: string; keyFields: readonly string[] }>;

function entitiesOf(interfaceName: string, sources: readonly SubgraphSource[]): ForeignEntity[] {
  const entities = sources
    .flatMap((source) => objectsOf(source.document))
    .filter((node) => node.interfaces?.some((each) => each.name.value === interfaceName) && hasDirective(node, 'key'))
    .map((node): [string, ForeignEntity] => [node.name.value, { name: node.name.value, keyFields: keyFieldsOf(node) }]);
  return [...new Map(entities).values()];
}

function stubOf(node: InterfaceTypeDefinitionNode, entity: ForeignEntity): ObjectTypeDefinitionNode {
  const fields = node.fields ?? [];
  const keys = new Set(entity.keyFields);
  // With nothing but the key here, the planner must not come back to this subgraph for the entity.
  const isResolvable = fields.some((field) => !keys.has(field.name.value));
  return {
    kind: Kind.OBJECT_TYPE_DEFINITION,
    name: nameNode(entity.name),
    interfaces: [{ kind: Kind.NAMED_TYPE, name: nameNode(node.name.value) }],
    directives: [keyDirective(entity.keyFields, isResolvable)],
    fields,
  };
}

/**
 * Repeats an interface's fields on types of other subgraphs. Those of its own file are `completeTypes`'.
 *
 * A subgraph that adds to another's interface of entities (`Listing`) writes the interface with its key and its own fields, once.
 * Federation wants the fields on each entity as well, in this form:
 *
 * ```graphql
 * type Flight implements Listing @key(fields: "id") { id: ID!  views: Int }
 * ```
 *
 * This makes them, for every interface that the subgraph declares without a type of its own that implements it and that entities
 * elsewhere implement. Descriptions and directives come along; what may stand on object fields only is taken from the interface.
 */
export function repeatInterfaces(source: SubgraphSource, all: readonly SubgraphSource[]): DefinitionNode[] {
  const own = new Set(
    objectsOf(source.document).flatMap((node) => (node.interfaces ?? []).map((each) => each.name.value)),
  );
  const declared = new Set(objectsOf(source.document).map((node) => node.name.value));
  const others = all.filter((other) => other.name !== source.name);
  const stubs: DefinitionNode[] = [];
  const repeated = new Set<string>();
  for (const node of interfacesOf(source.document)) {
    const entities = own.has(node.name.value) ? [] : entitiesOf(node.name.value, others);
    if (entities.length > 0) repeated.add(node.name.value);
    stubs.push(...entities.filter((entity) => !declared.has(entity.name)).map((entity) => stubOf(node, entity)));
  }
  const definitions = source.document.definitions.map((node) =>
    node.kind === Kind.INTERFACE_TYPE_DEFINITION && repeated.has(node.name.value)
      ? { ...node, fields: (node.fields ?? []).map(withoutObjectDirectives) }
      : node,
  );
  return [...definitions, ...stubs];
}
