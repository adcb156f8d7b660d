import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { callCost } from './call-cost.ts';
import {
  type Compilation,
  type CostedSchema,
  remembered,
  type Scope,
  type ScopedField,
  type SizedLists,
  type SlicingRule,
  startCompilation,
} from './compilation.ts';
import { presence } from './conditions.ts';
import type { Formula, Term } from './formula.ts';
import { listSizes } from './list-sizes.ts';

/** One operation of a document that is valid on the schema. */
export type CostedOperation = Readonly<{ document: DocumentNode; operation: OperationDefinitionNode }>;

/** An operation's cost, but for its variables. */
export type CompiledCost = Readonly<{ formula: Formula; cost: Term; slicingRules: readonly SlicingRule[] }>;

const keyOf = ({ type, sized }: Scope): string =>
  sized ? `${type.name} ${sized.names.join()} ${JSON.stringify(sized.size)}` : type.name;

/** What a selection set adds to each object of one type. */
const costOfSet = (compilation: Compilation, node: SelectionSetNode, scope: Scope): Term =>
  remembered(compilation.sets, { node, key: keyOf(scope) }, () =>
    compilation.formula.sum(node.selections.map((selection) => costOfSelection(compilation, selection, scope))),
  );

function costOfSelection(compilation: Compilation, node: SelectionNode, scope: Scope): Term {
  const present = presence(compilation.formula, node);
  return present === 0 ? 0 : compilation.formula.product(present, costOfPresent(compilation, node, scope));
}

function costOfPresent(compilation: Compilation, node: SelectionNode, scope: Scope): Term {
  if (node.kind === Kind.FIELD) {
    const field = scope.type.getFields()[node.name.value];
    // What is left, `__typename` and introspection, reaches no subgraph.
    return field ? costOfField(compilation, { ...scope, node, field }) : 0;
  }
  const fragment = node.kind === Kind.FRAGMENT_SPREAD ? compilation.fragments.get(node.name.value) : node;
  if (!fragment || !meets(compilation, scope.type, fragment.typeCondition?.name.value)) return 0;
  return costOfSet(compilation, fragment.selectionSet, scope);
}

const meets = ({ schema }: CostedSchema, type: GraphQLObjectType, condition: string | undefined): boolean => {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
};

/** Once what the field does, and for each item of its answer what that is and holds. */
function costOfField(compilation: Compilation, scoped: ScopedField): Term {
  const { formula } = compilation;
  const { count, sized } = listSizes(compilation, scoped);
  const item = costOfItem(compilation, getNamedType(scoped.field.type), { set: scoped.node.selectionSet, sized });
  return formula.sum([callCost(compilation, scoped), formula.product(count, item)]);
}

/** An item of an abstract type costs as much as the dearest object that it may turn out to be. */
function costOfItem(
  compilation: Compilation,
  type: GraphQLNamedType,
  { set, sized }: Readonly<{ set: SelectionSetNode | undefined; sized: SizedLists | undefined }>,
): Term {
  const { formula, schema } = compilation;
  if (!isCompositeType(type)) return weightOf(compilation, type, 0);
  const costOfObject = (object: GraphQLObjectType): Term =>
    formula.sum([weightOf(compilation, object, 1), set ? costOfSet(compilation, set, { type: object, sized }) : 0]);
  return isObjectType(type) ? costOfObject(type) : formula.largest(schema.getPossibleTypes(type).map(costOfObject));
}

const weightOf = ({ directives }: CostedSchema, { name }: GraphQLNamedType, otherwise: number): number =>
  Math.max(0, directives.weights.get(name) ?? otherwise);

/**
 * Works out what an operation costs, by static analysis of the document: one walk, in which each selection set is costed once per type
 * that it may meet, so a bomb of fragments costs its text's length. Equal for an operation and the same with its fragments written
 * out; selections that GraphQL would merge count each time they stand there, which keeps the cost an upper bound.
 *
 * An object counts 1, a scalar nothing, `@cost` on a type stands in for that. `@cost` on a field adds its weight once
 * per call of the field, on an argument or input field once per use. A list counts its items as often as `@listSize` says.
 *
 * Sources: https://ibm.github.io/graphql-specs/cost-spec.html (type cost and field cost, in one sum) and
 * https://www.apollographql.com/docs/graphos/routing/security/demand-control (defaults). ADR 0031 has the differences.
 */
export function compileCost(costed: CostedSchema, { document, operation }: CostedOperation): CompiledCost {
  const compilation = startCompilation(costed, document);
  const { formula, slicingRules } = compilation;
  const type = costed.schema.getRootType(operation.operation);
  const cost = type ? costOfSet(compilation, operation.selectionSet, { type }) : 0;
  return { formula, cost, slicingRules };
}
