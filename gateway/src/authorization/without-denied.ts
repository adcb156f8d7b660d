import type { Principal } from '@meridian/platform/identity/principal';
import type { AuthorizationMap } from '@meridian/schema/contract/authorization-map';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Denial, denialAt } from './authorization-map.ts';
import { guardsOf } from './demanded-coordinates.ts';

/** A document without what the caller may not have, and which of the original's nodes were taken out, with the reason. */
export type Permitted = Readonly<{ document: DocumentNode; denied: ReadonlyMap<SelectionNode, Denial> }>;

type Scope = Readonly<{ schema: GraphQLSchema; map: AuthorizationMap; principal: Principal }>;

const firstDenial = (coordinates: readonly string[], { map, principal }: Scope): Denial | undefined => {
  for (const coordinate of coordinates) {
    const denial = denialAt(map, coordinate, principal);
    if (denial) return denial;
  }
  return undefined;
};

/** Finds the selections of the original document that the caller may not have. */
function findDenied(document: DocumentNode, scope: Scope): Map<SelectionNode, Denial> {
  const denied = new Map<SelectionNode, Denial>();
  const typeInfo = new TypeInfo(scope.schema);
  const conditions = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.typeCondition.name.value] as const] : [],
    ),
  );
  const check = (node: SelectionNode, coordinates: readonly string[]): void => {
    const denial = firstDenial(coordinates, scope);
    if (denial) denied.set(node, denial);
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const parent = typeInfo.getParentType();
        if (parent) check(node, guardsOf(scope.schema, { parent, name: node.name.value }, scope.map));
      },
      InlineFragment: (node) => {
        if (node.typeCondition) check(node, [node.typeCondition.name.value]);
      },
      FragmentSpread: (node) => check(node, [conditions.get(node.name.value) ?? '']),
    }),
  );
  return denied;
}

const typenameField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** An object whose every field was refused is still fetched for its presence: `null` would say that it does not exist. */
const orTypename = (set: SelectionSetNode): SelectionSetNode =>
  set.selections.length > 0 ? set : { ...set, selections: [typenameField] };

function prune(set: SelectionSetNode, denied: ReadonlyMap<SelectionNode, Denial>): SelectionSetNode {
  const selections = set.selections.flatMap((node): SelectionNode[] => {
    if (denied.has(node)) return [];
    if (node.kind === Kind.FRAGMENT_SPREAD || !node.selectionSet) return [node];
    return [{ ...node, selectionSet: orTypename(prune(node.selectionSet, denied)) }];
  });
  return { ...set, selections };
}

/** The root keeps its emptiness: then nothing at all is to be fetched. */
const pruneRoot = (
  node: OperationDefinitionNode,
  denied: ReadonlyMap<SelectionNode, Denial>,
): OperationDefinitionNode => ({
  ...node,
  selectionSet: prune(node.selectionSet, denied),
});

const pruneFragment = (
  node: FragmentDefinitionNode,
  denied: ReadonlyMap<SelectionNode, Denial>,
): FragmentDefinitionNode => ({
  ...node,
  selectionSet: orTypename(prune(node.selectionSet, denied)),
});

/**
 * Takes out of a valid document what its caller may not have. Runs before planning: what is not planned is never fetched. A document
 * of which nothing is refused comes back as it is; one of which everything is has an operation without selections.
 */
export function withoutDenied(document: DocumentNode, scope: Scope): Permitted {
  const denied = findDenied(document, scope);
  if (denied.size === 0) return { document, denied };
  const definitions = document.definitions.map((node) => {
    if (node.kind === Kind.OPERATION_DEFINITION) return pruneRoot(node, denied);
    return node.kind === Kind.FRAGMENT_DEFINITION ? pruneFragment(node, denied) : node;
  });
  return { document: { ...document, definitions }, denied };
}
