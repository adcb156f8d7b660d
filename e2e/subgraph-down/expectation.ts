import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Ownership } from './ownership.ts';

type Path = readonly (string | number)[];

/** What is left of an answer without one subgraph: the data, and the places of the nulls that are its doing. */
export type Expectation = Readonly<{ data: unknown; lost: readonly Path[] }>;

/** Marks a value that a non-null field has lost: the null goes on to what holds it. */
const swallowed = Symbol('swallowed');

type Walk = Readonly<{
  schema: GraphQLSchema;
  ownership: Ownership;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  down: string;
  lost: Path[];
}>;

/**
 * Says what must be left of a complete answer when a subgraph is down: everything that others answer, and null where it answered,
 * at the nearest place where the schema allows it.
 *
 * @param complete the answer when all are up, with `__typename` in every object
 */
export function expectWithout(
  down: string,
  complete: unknown,
  of: Readonly<{ schema: GraphQLSchema; ownership: Ownership; document: DocumentNode }>,
): Expectation {
  const operation = of.document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operation && of.schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error('There is no operation.');
  const fragments = new Map(
    of.document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const walk: Walk = { schema: of.schema, ownership: of.ownership, fragments, down, lost: [] };
  const data = reduceObject(walk, complete, { type: root, set: operation.selectionSet, path: [] });
  return { data: data === swallowed ? null : data, lost: walk.lost };
}

type Place = Readonly<{ type: GraphQLObjectType; set: SelectionSetNode; path: Path }>;
type Selected = ReadonlyMap<string, Readonly<{ field: string; sets: readonly SelectionSetNode[] }>>;

function reduceObject(walk: Walk, value: unknown, { type, set, path }: Place): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const answer: Record<string, unknown> = {};
  for (const [key, { field, sets }] of selectedOn(walk, type, [set])) {
    if (field === '__typename') {
      answer[key] = type.name;
      continue;
    }
    const reduced = reduceField(walk, (value as Record<string, unknown>)[key], {
      type,
      field,
      sets,
      path: [...path, key],
    });
    if (reduced === swallowed) return swallowed;
    answer[key] = reduced;
  }
  return answer;
}

type FieldPlace = Readonly<{ type: GraphQLObjectType; field: string; sets: readonly SelectionSetNode[]; path: Path }>;

function reduceField(walk: Walk, value: unknown, { type, field, sets, path }: FieldPlace): unknown {
  const owners = walk.ownership.get(`${type.name}.${field}`) ?? new Set();
  const output = type.getFields()[field]?.type;
  if (!output) throw new Error(`${type.name} has no field ${field}.`);
  const isLost = owners.size === 1 && owners.has(walk.down);
  return nullable(walk, output, { path, value: isLost ? swallowed : reduceValue(walk, value, { output, sets, path }) });
}

/** Where the schema allows a null, a lost value becomes one; where it does not, what holds it is lost as well. */
function nullable(walk: Walk, output: GraphQLOutputType, at: Readonly<{ path: Path; value: unknown }>): unknown {
  if (at.value !== swallowed || isNonNullType(output)) return at.value;
  walk.lost.push(at.path);
  return null;
}

type ValuePlace = Readonly<{ output: GraphQLOutputType; sets: readonly SelectionSetNode[]; path: Path }>;

function reduceValue(walk: Walk, value: unknown, { output, sets, path }: ValuePlace): unknown {
  if (value === null || value === undefined || sets.length === 0) return value;
  const inner = isNonNullType(output) ? output.ofType : output;
  if (isListType(inner)) return reduceList(walk, value, { output: inner.ofType, sets, path });
  const typename = (value as { __typename?: string }).__typename ?? '';
  const type = walk.schema.getType(typename);
  if (!isObjectType(type)) throw new Error(`There is no __typename at ${path.join('.')}.`);
  const set: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: sets.flatMap(({ selections }) => selections) };
  return reduceObject(walk, value, { type, set, path });
}

function reduceList(walk: Walk, value: unknown, { output, sets, path }: ValuePlace): unknown {
  const items = (value as readonly unknown[]).map((item, index) => {
    const at = [...path, index];
    return nullable(walk, output, { path: at, value: reduceValue(walk, item, { output, sets, path: at }) });
  });
  return items.includes(swallowed) ? swallowed : items;
}

/** The fields that selection sets ask of a type, by their key in the answer, in order. */
function selectedOn(walk: Walk, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected {
  const selected = new Map<string, { field: string; sets: SelectionSetNode[] }>();
  for (const node of sets.flatMap((set) => fieldsOn(walk, type, set))) {
    const key = node.alias?.value ?? node.name.value;
    const entry = selected.get(key) ?? { field: node.name.value, sets: [] };
    if (node.selectionSet) entry.sets.push(node.selectionSet);
    selected.set(key, entry);
  }
  return selected;
}

/** The fields of a selection set that count for a type, fragments expanded. */
const fieldsOn = (walk: Walk, type: GraphQLObjectType, set: SelectionSetNode): FieldNode[] =>
  set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : walk.fragments.get(node.name.value);
    if (!fragment || !applies(walk.schema, type, fragment.typeCondition?.name.value)) return [];
    return fieldsOn(walk, type, fragment.selectionSet);
  });

function applies(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}
