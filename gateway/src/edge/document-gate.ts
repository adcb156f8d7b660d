import type { Principal } from '@meridian/platform/identity/principal';
import { type DocumentNode, Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Endpoint, mayIntrospect } from './endpoint.ts';
import { type OperationLimits, parseWithinLimits } from './operation-limits.ts';
import type { Refusal } from './refusals.ts';

/** What the gate found. A document that does not parse has neither: the parser's own answer says why. */
export type Passage = Readonly<{ document?: DocumentNode; refusal?: Refusal }>;

/** Stands before parsing, validation and planning: whatever passes is small enough for each of them. */
export interface DocumentGate {
  check(text: string, caller: Readonly<{ endpoint: Endpoint; principal: Principal }>): Passage;
}

type Known = Passage & Readonly<{ introspects: boolean }>;

const readsSchema = (document: DocumentNode): boolean => {
  let found = false;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      found ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return found;
};

const maxKnown = 2000;
/** A parsed document takes up to 70 times the memory of its text (measured), so this is 70 MB at worst. */
const maxKnownCharacters = 1_000_000;
/** Longer texts are refused for their tokens soon enough; their verdict is not worth the memory. */
const longestKnown = 20_000;

const introspectionDisabled: Refusal = {
  code: 'INTROSPECTION_DISABLED',
  message: 'The schema is not told here. The public one is, at /public/graphql and in the playground.',
};

/**
 * Remembers its verdicts by text, so that an operation which comes again costs a look-up, and is the same document: what else was found
 * out about it hangs on that object. What is remembered is bounded by number and by memory.
 */
export function createDocumentGate(limits: OperationLimits): DocumentGate {
  const verdicts = new LRUCache<string, Known>({
    max: maxKnown,
    maxSize: maxKnownCharacters,
    // The empty text has a verdict as well, and the cache allows no size of nothing.
    sizeCalculation: (_, text) => text.length + 1,
  });
  const verdictOn = (text: string): Known => {
    const known = verdicts.get(text);
    if (known) return known;
    const passage = parseWithinLimits(text, limits);
    const verdict = { ...passage, introspects: passage.document ? readsSchema(passage.document) : false };
    if (text.length <= longestKnown) verdicts.set(text, verdict);
    return verdict;
  };
  return {
    check(text, { endpoint, principal }) {
      const { introspects, ...passage } = verdictOn(text);
      return introspects && !mayIntrospect(endpoint, principal) ? { refusal: introspectionDisabled } : passage;
    },
  };
}
