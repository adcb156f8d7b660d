import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { CostDirectives, ListSize } from './cost-directives.ts';
import { createFormula, type Formula, type Term } from './formula.ts';
import type { GivenValue } from './given-values.ts';

/** A schema as it is costed. */
export type CostedSchema = Readonly<{
  schema: GraphQLSchema;
  directives: CostDirectives;
  /** How long a list is taken to be of which the schema says nothing. */
  assumedListSize: number;
}>;

/** Lists whose size was settled one level above: `edges`, by `first` of the connection's field. */
export type SizedLists = Readonly<{ names: readonly string[]; size: Term }>;

/** Where a selection stands: on objects of which type, and which of their lists have a size already. */
export type Scope = Readonly<{ type: GraphQLObjectType; sized?: SizedLists | undefined }>;

export type ScopedField = Scope & Readonly<{ node: FieldNode; field: GraphQLField<unknown, unknown> }>;

/** The slicing arguments of a selected field. */
export type Slicing = Readonly<{ directive: ListSize; given: readonly GivenValue[] }>;

/** A field of which exactly one slicing argument must be given. */
export type SlicingRule = Slicing & Readonly<{ coordinate: string }>;

/** What is known while one operation is compiled. Each part is worked out once, however often fragments lead to it. */
export type Compilation = CostedSchema &
  Readonly<{
    formula: Formula;
    fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    /** Costs of selection sets, by type and settled size. */
    sets: Map<SelectionSetNode, Map<string, Term>>;
    /** Sizes of lists, by the coordinate of the field that settles them. */
    sizes: Map<FieldNode, Map<string, Term>>;
    slicingRules: SlicingRule[];
  }>;

/** Begins with an empty formula and nothing remembered. One compilation serves one operation. */
export const startCompilation = (costed: CostedSchema, { definitions }: DocumentNode): Compilation => ({
  ...costed,
  formula: createFormula(),
  fragments: new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  ),
  sets: new Map(),
  sizes: new Map(),
  slicingRules: [],
});

/** Answers what was remembered, or finds it once. */
export function remembered<Node>(
  memory: Map<Node, Map<string, Term>>,
  { node, key }: Readonly<{ node: Node; key: string }>,
  find: () => Term,
): Term {
  const byKey = memory.get(node) ?? new Map<string, Term>();
  memory.set(node, byKey);
  const known = byKey.get(key) ?? find();
  byKey.set(key, known);
  return known;
}

/** `Type.field`, by the object type that the selection stands on. */
export const coordinateOf = ({ type, field }: ScopedField): string => `${type.name}.${field.name}`;

/** What a selection writes for an argument; nothing where it leaves the argument out. */
export const argumentValue = (node: FieldNode, name: string): ValueNode | undefined =>
  node.arguments?.find((argument) => argument.name.value === name)?.value;
