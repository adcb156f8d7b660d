import {
  type ASTNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';
import { hasDirective, isTaggedPublic, namedTypeOf, rootTypeNames } from '../sdl/ast.ts';

/** The nodes of a supergraph that the public contract keeps, and what is wrong with the tags. */
export type PublicElements = Readonly<{ keep: ReadonlySet<ASTNode>; problems: readonly string[] }>;

const builtIn: ReadonlySet<string> = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

/** Machinery of the supergraph (`join__Graph`, `link__Import`) is no part of any API; Apollo takes it out itself. */
const isMachinery = (name: string): boolean => name.includes('__');

const isPublic = (node: Parameters<typeof isTaggedPublic>[0]): boolean =>
  isTaggedPublic(node) && !hasDirective(node, 'inaccessible');

/** Walks from the public root fields to everything that they need, and notes what is in the way. */
function createWalk(document: DocumentNode) {
  const types = new Map<string, TypeDefinitionNode>();
  const implementors = new Map<string, string[]>();
  for (const node of document.definitions) {
    if (!('name' in node) || node.name === undefined || node.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const type = node as TypeDefinitionNode;
    types.set(type.name.value, type);
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const each of type.interfaces ?? []) {
      implementors.set(each.name.value, [...(implementors.get(each.name.value) ?? []), type.name.value]);
    }
  }
  return { types, implementors, keep: new Set<ASTNode>(), problems: [] as string[], waiting: [] as string[] };
}
type Walk = ReturnType<typeof createWalk>;

function want(walk: Walk, typeName: string): void {
  if (!builtIn.has(typeName) && !isMachinery(typeName)) walk.waiting.push(typeName);
}

function keepInput(walk: Walk, coordinate: string, node: InputValueDefinitionNode): void {
  if (isPublic(node)) {
    walk.keep.add(node);
    want(walk, namedTypeOf(node.type));
  } else if (node.type.kind === Kind.NON_NULL_TYPE && node.defaultValue === undefined) {
    walk.problems.push(
      `${coordinate} is required but not public. Tag it, give it a default, or take the tag off what needs it.`,
    );
  }
}

function keepField(walk: Walk, typeName: string, field: FieldDefinitionNode): void {
  const coordinate = `${typeName}.${field.name.value}`;
  walk.keep.add(field);
  for (const argument of field.arguments ?? []) keepInput(walk, `${coordinate}(${argument.name.value}:)`, argument);
  const target = walk.types.get(namedTypeOf(field.type));
  if (target !== undefined && !hasPublicPart(walk, target)) {
    walk.problems.push(`${coordinate} is public, but nothing of its type ${target.name.value} is.`);
    return;
  }
  want(walk, namedTypeOf(field.type));
}

function hasPublicPart(walk: Walk, type: TypeDefinitionNode): boolean {
  if (hasDirective(type, 'inaccessible')) return false;
  switch (type.kind) {
    case Kind.ENUM_TYPE_DEFINITION:
      return (type.values ?? []).some(isPublic);
    case Kind.UNION_TYPE_DEFINITION:
      return (type.types ?? []).some((member) => {
        const node = walk.types.get(member.name.value);
        return node !== undefined && hasPublicPart(walk, node);
      });
    case Kind.SCALAR_TYPE_DEFINITION:
      return true;
    default:
      return (type.fields ?? []).some(isPublic);
  }
}

/** Members and implementors come along when they have something public. */
function wantPublic(walk: Walk, typeNames: readonly string[]): void {
  for (const name of typeNames) {
    const type = walk.types.get(name);
    if (type !== undefined && hasPublicPart(walk, type)) want(walk, name);
  }
}

function visitType(walk: Walk, type: TypeDefinitionNode): void {
  const name = type.name.value;
  walk.keep.add(type);
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      for (const field of (type.fields ?? []).filter(isPublic)) keepField(walk, name, field);
      wantPublic(walk, [
        ...(type.interfaces ?? []).map((each) => each.name.value),
        ...(walk.implementors.get(name) ?? []),
      ]);
      break;
    case Kind.UNION_TYPE_DEFINITION:
      wantPublic(
        walk,
        (type.types ?? []).map((member) => member.name.value),
      );
      break;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      for (const field of type.fields ?? []) keepInput(walk, `${name}.${field.name.value}`, field);
      break;
    case Kind.ENUM_TYPE_DEFINITION:
      for (const value of (type.values ?? []).filter(isPublic)) walk.keep.add(value);
      break;
    default:
  }
}

/** An interface's public field must be public on each public type that implements it: the API schema would not be valid. */
function checkImplementations(walk: Walk): void {
  for (const [interfaceName, names] of walk.implementors) {
    const node = walk.types.get(interfaceName);
    if (node?.kind !== Kind.INTERFACE_TYPE_DEFINITION || !walk.keep.has(node)) continue;
    const promised = (node.fields ?? []).filter((field) => walk.keep.has(field)).map((field) => field.name.value);
    for (const type of names.map((name) => walk.types.get(name))) {
      if (type === undefined || !walk.keep.has(type) || !('fields' in type)) continue;
      const kept = new Set(
        (type.fields ?? []).filter((field) => walk.keep.has(field)).map((field) => field.name.value),
      );
      for (const field of promised.filter((each) => !kept.has(each))) {
        walk.problems.push(`${interfaceName}.${field} is public, so ${type.name.value}.${field} has to be as well.`);
      }
    }
  }
}

function keepMachinery(walk: Walk): void {
  for (const [name, type] of walk.types) {
    if (!isMachinery(name)) continue;
    walk.keep.add(type);
    if (type.kind === Kind.ENUM_TYPE_DEFINITION) for (const value of type.values ?? []) walk.keep.add(value);
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) for (const field of type.fields ?? []) walk.keep.add(field);
  }
}

/** Finds what the public contract keeps. */
export function publicElementsOf(document: DocumentNode): PublicElements {
  const walk = createWalk(document);
  keepMachinery(walk);
  wantPublic(walk, [...rootTypeNames]);
  for (let name = walk.waiting.pop(); name !== undefined; name = walk.waiting.pop()) {
    const type = walk.types.get(name);
    if (type !== undefined && !walk.keep.has(type)) visitType(walk, type);
  }
  checkImplementations(walk);
  if (![...walk.types.values()].some((type) => type.name.value === 'Query' && walk.keep.has(type))) {
    walk.problems.push('No field of Query is tagged public: there is no public contract.');
  }
  return { keep: walk.keep, problems: walk.problems };
}
