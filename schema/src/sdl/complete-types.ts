import {
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { interfacesOf, objectsOf, withoutObjectDirectives } from './ast.ts';
import type { SubgraphSource } from './subgraph-source.ts';

type Interfaces = ReadonlyMap<string, InterfaceTypeDefinitionNode>;

/** The fields of a type's interfaces that its author did not write again, each once, in the interfaces' order. */
function missingFields(node: ObjectTypeDefinitionNode, interfaces: Interfaces): FieldDefinitionNode[] {
  const written = new Set((node.fields ?? []).map((field) => field.name.value));
  const promised = (node.interfaces ?? []).flatMap((each) => interfaces.get(each.name.value)?.fields ?? []);
  const byName = new Map(promised.map((field) => [field.name.value, field]));
  return [...byName.values()].filter((field) => !written.has(field.name.value));
}

/** The interfaces of a file that a type of the same file implements. What only others implement is `repeatInterfaces`' to repeat. */
function implementedHere({ document }: SubgraphSource): Interfaces {
  const names = new Set(objectsOf(document).flatMap((node) => (node.interfaces ?? []).map((each) => each.name.value)));
  const declared = interfacesOf(document).filter((node) => names.has(node.name.value));
  return new Map(declared.map((node) => [node.name.value, node]));
}

function completed(node: DefinitionNode, interfaces: Interfaces): DefinitionNode {
  if (node.kind === Kind.INTERFACE_TYPE_DEFINITION && interfaces.has(node.name.value)) {
    return { ...node, fields: (node.fields ?? []).map(withoutObjectDirectives) };
  }
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return node;
  return { ...node, fields: [...missingFields(node, interfaces), ...(node.fields ?? [])] };
}

/**
 * Gives the types of a file the fields of its own interfaces, so that the owner of an interface writes them once, too. They come
 * before the type's own, with descriptions, arguments and directives; a field that the author wrote on the type stands as it is.
 */
export function completeTypes(source: SubgraphSource): SubgraphSource {
  const interfaces = implementedHere(source);
  const definitions = source.document.definitions.map((node) => completed(node, interfaces));
  return { ...source, document: { ...source.document, definitions } };
}
