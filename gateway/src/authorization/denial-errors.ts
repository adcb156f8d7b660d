import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Denial } from './authorization-map.ts';
import type { DenialMessage } from './denial-message.ts';

type Path = readonly (string | number)[];
type Data = unknown;

type Walk = Readonly<{
  denied: ReadonlyMap<SelectionNode, Denial>;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** By path, so that a field that is selected twice is told once. */
  found: Map<string, GraphQLError>;
  /** Denied selections that some object in the answer has shown. */
  told: Set<SelectionNode>;
  messageOf: DenialMessage;
}>;

const report = (walk: Walk, node: FieldNode, at: Readonly<{ path: Path; denial: Denial }>): void => {
  walk.told.add(node);
  const key = at.path.join('.');
  if (walk.found.has(key)) return;
  const message = walk.messageOf({ name: node.name.value, denial: at.denial, isRoot: at.path.length === 1 });
  walk.found.set(key, new GraphQLError(message, { path: [...at.path], extensions: { code: at.denial } }));
};

const isRecord = (value: Data): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function walkSelection(
  walk: Walk,
  node: SelectionNode,
  at: Readonly<{ data: Data; path: Path; denial?: Denial }>,
): void {
  const denial = at.denial ?? walk.denied.get(node);
  if (node.kind === Kind.FIELD) {
    const key = node.alias?.value ?? node.name.value;
    // An object of another type than the fragment's lacks the key altogether: nothing was refused there.
    if (!isRecord(at.data) || !Object.hasOwn(at.data, key)) return;
    const value = at.data[key];
    if (denial && value === null) report(walk, node, { path: [...at.path, key], denial });
    else if (node.selectionSet) walkSet(walk, node.selectionSet, { data: value, path: [...at.path, key] });
    return;
  }
  const set =
    node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : walk.fragments.get(node.name.value)?.selectionSet;
  if (set) walkSet(walk, set, { ...at, ...(denial ? { denial } : {}) });
}

function walkSet(walk: Walk, set: SelectionSetNode, at: Readonly<{ data: Data; path: Path; denial?: Denial }>): void {
  if (Array.isArray(at.data)) {
    for (const [index, data] of at.data.entries()) walkSet(walk, set, { ...at, data, path: [...at.path, index] });
    return;
  }
  for (const node of set.selections) walkSelection(walk, node, at);
}

/** What no object of the answer shows (a null swallowed it, or there is no data) is told once, without a place. */
function tellTheRest(walk: Walk, { selectionSet }: OperationDefinitionNode): GraphQLError[] {
  if (walk.found.size > 0) return [];
  const messages = new Map<string, Denial>();
  for (const [node, denial] of walk.denied) {
    if (node.kind !== Kind.FIELD || walk.told.has(node)) continue;
    messages.set(
      walk.messageOf({ name: node.name.value, denial, isRoot: selectionSet.selections.includes(node) }),
      denial,
    );
  }
  return [...messages].map(([message, code]) => new GraphQLError(message, { extensions: { code } }));
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );

/** The errors that go with the nulls of refused fields: one for each place in the answer where such a field stands. */
export function denialErrors(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  answer: Readonly<{ denied: ReadonlyMap<SelectionNode, Denial>; data: Data; messageOf: DenialMessage }>,
): GraphQLError[] {
  if (answer.denied.size === 0) return [];
  const { denied, messageOf } = answer;
  const walk: Walk = { denied, messageOf, fragments: fragmentsOf(document), found: new Map(), told: new Set() };
  walkSet(walk, operation.selectionSet, { data: answer.data, path: [] });
  return [...walk.found.values(), ...tellTheRest(walk, operation)];
}
