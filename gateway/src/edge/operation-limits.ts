import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Refusal } from './refusals.ts';

/** How large an operation may be, counted with its fragments expanded, so that a spread counts each time it is used. */
export type OperationLimits = Readonly<{
  tokens: number;
  depth: number;
  aliases: number;
  rootFields: number;
  /**
   * Fields and fragments after expansion. Apollo's own rule allows 10,000,000, which is seconds of planning: a nested selection
   * costs up to 0.2 ms of it. Our own pages select fewer than 100, the usual introspection 240.
   */
  selections: number;
}>;

/** Safe on the open internet: ADR 0013 and 0015 say what they leave room for, and what they cost. */
export const defaultLimits: OperationLimits = {
  tokens: 2000,
  depth: 12,
  aliases: 30,
  rootFields: 20,
  selections: 1000,
};

/** What a selection set amounts to. Each fragment is measured once, however often it is spread: a bomb costs its text's length. */
type Measure = Readonly<{ selections: number; aliases: number; depth: number; fields: number }>;

const nothing: Measure = { selections: 0, aliases: 0, depth: 0, fields: 0 };

const add = (left: Measure, right: Measure): Measure => ({
  selections: left.selections + right.selections,
  aliases: left.aliases + right.aliases,
  depth: Math.max(left.depth, right.depth),
  fields: left.fields + right.fields,
});

class FragmentCycle extends Error {}

type Ruler = Readonly<{
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  measured: Map<string, Measure | 'open'>;
}>;

function measureFragment(ruler: Ruler, name: string): Measure {
  const known = ruler.measured.get(name);
  if (known === 'open') throw new FragmentCycle(name);
  if (known) return known;
  const fragment = ruler.fragments.get(name);
  // An unknown fragment is validation's to tell.
  if (!fragment) return nothing;
  ruler.measured.set(name, 'open');
  const measure = measureSet(ruler, fragment.selectionSet);
  ruler.measured.set(name, measure);
  return measure;
}

function measureSelection(ruler: Ruler, node: SelectionNode): Measure {
  if (node.kind === Kind.FRAGMENT_SPREAD) {
    const inner = measureFragment(ruler, node.name.value);
    return { ...inner, selections: inner.selections + 1 };
  }
  const inner = node.selectionSet ? measureSet(ruler, node.selectionSet) : nothing;
  if (node.kind === Kind.INLINE_FRAGMENT) return { ...inner, selections: inner.selections + 1 };
  return {
    selections: inner.selections + 1,
    aliases: inner.aliases + (node.alias ? 1 : 0),
    depth: inner.depth + 1,
    fields: 1,
  };
}

const measureSet = (ruler: Ruler, set: SelectionSetNode): Measure =>
  set.selections.reduce((sum, node) => add(sum, measureSelection(ruler, node)), nothing);

type Rule = Readonly<{
  code: Refusal['code'];
  what: string;
  of: (measure: Measure) => number;
  limit: keyof OperationLimits;
}>;

const rules: readonly Rule[] = [
  {
    code: 'OPERATION_TOO_MANY_SELECTIONS',
    what: 'selections',
    of: ({ selections }) => selections,
    limit: 'selections',
  },
  { code: 'OPERATION_TOO_DEEP', what: 'levels', of: ({ depth }) => depth, limit: 'depth' },
  { code: 'OPERATION_TOO_MANY_ALIASES', what: 'aliases', of: ({ aliases }) => aliases, limit: 'aliases' },
  { code: 'OPERATION_TOO_MANY_ROOT_FIELDS', what: 'root fields', of: ({ fields }) => fields, limit: 'rootFields' },
];

function exceeded(measure: Measure, limits: OperationLimits): Refusal | undefined {
  const rule = rules.find(({ of, limit }) => of(measure) > limits[limit]);
  if (!rule) return undefined;
  const message = `The operation has ${rule.of(measure)} ${rule.what}, fragments expanded; ${limits[rule.limit]} are allowed.`;
  return { code: rule.code, message };
}

const isIntrospection = (operation: OperationDefinitionNode): boolean =>
  operation.selectionSet.selections.every((node) => node.kind === Kind.FIELD && node.name.value.startsWith('__'));

/**
 * Depth and aliases are not counted for an operation of introspection alone: the usual one is 13 levels deep and cannot reach a
 * subgraph or the planner. Its tokens and selections are.
 */
const limitsFor = (operation: OperationDefinitionNode, limits: OperationLimits): OperationLimits =>
  isIntrospection(operation) ? { ...limits, depth: 20 } : limits;

/** Measures a parsed document. The time is linear in its text, also for fragments that would expand exponentially. */
function measureDocument(document: DocumentNode, limits: OperationLimits): Refusal | undefined {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const ruler: Ruler = { fragments, measured: new Map() };
  try {
    // Unused fragments are measured too: validation would still have to walk them.
    for (const name of fragments.keys()) measureFragment(ruler, name);
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    for (const operation of operations) {
      const refusal = exceeded(measureSet(ruler, operation.selectionSet), limitsFor(operation, limits));
      if (refusal) return refusal;
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof FragmentCycle)) throw error;
    return { code: 'OPERATION_FRAGMENT_CYCLE', message: `The fragment ${error.message} spreads itself.` };
  }
}

const tooManyTokens = /Document contains more that \d+ tokens/;

/**
 * Parses a text within the token limit and measures it. A text that is no GraphQL is not refused here: it is told as every
 * other mistake in a document is.
 */
export function parseWithinLimits(
  text: string,
  limits: OperationLimits,
): Readonly<{ document?: DocumentNode; refusal?: Refusal }> {
  try {
    const document = parse(text, { maxTokens: limits.tokens, noLocation: true });
    const refusal = measureDocument(document, limits);
    return refusal ? { refusal } : { document };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (!tooManyTokens.test(error.message)) return {};
    const message = `The operation has more than ${limits.tokens} tokens. Split it, or use variables for long inputs.`;
    return { refusal: { code: 'OPERATION_TOO_MANY_TOKENS', message } };
  }
}
