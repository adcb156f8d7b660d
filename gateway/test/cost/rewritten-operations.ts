import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;
const pageVariable = { kind: Kind.VARIABLE, name: nameNode('page') } as const;

/** The same document, with `first: $page` wherever a field takes it and does not have it. */
export function withPages(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  let used = false;
  const paged: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(node) {
          const takesPage = types.getFieldDef()?.args.some(({ name }) => name === 'first');
          if (!takesPage || node.arguments?.some(({ name }) => name.value === 'first')) return undefined;
          used = true;
          const argument = { kind: Kind.ARGUMENT, name: nameNode('first'), value: pageVariable } as const;
          return { ...node, arguments: [...(node.arguments ?? []), argument] };
        },
      },
    }),
  );
  return used ? visit(paged, { OperationDefinition: withVariable }) : paged;
}

const withVariable = (node: DefinitionNode): DefinitionNode => {
  if (node.kind !== Kind.OPERATION_DEFINITION) return node;
  const type = { kind: Kind.NAMED_TYPE, name: nameNode('Int') } as const;
  const definition = { kind: Kind.VARIABLE_DEFINITION, variable: pageVariable, type } as const;
  return { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), definition] };
};

/** The same operation, with those selection sets moved into fragments of their own for which `moves` says so. */
export function withFragments(schema: GraphQLSchema, document: DocumentNode, moves: () => boolean): DocumentNode {
  const types = new TypeInfo(schema);
  const fragments: FragmentDefinitionNode[] = [];
  const move = (selectionSet: SelectionSetNode): SelectionSetNode | undefined => {
    const type = getNamedType(types.getParentType());
    if (!isCompositeType(type) || !moves()) return undefined;
    const name = nameNode(`Moved${fragments.length}`);
    const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(type.name) } as const;
    fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet });
    return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FRAGMENT_SPREAD, name }] };
  };
  const rewritten: DocumentNode = visit(document, visitWithTypeInfo(types, { SelectionSet: { leave: move } }));
  return { ...rewritten, definitions: [...rewritten.definitions, ...fragments] };
}
