import { describe, expect, test } from '@jest/globals';
import { authorization, executionSdl, publicSdl } from '@meridian/schema/generated/supergraph';
import fc from 'fast-check';
import { type DocumentNode, parse, validate } from 'graphql';
import { createEstimator } from '../../src/cost/operation-costs.ts';
import { loadSupergraph } from '../../src/supergraph/load-supergraph.ts';
import { nestedInEachKind, nestedNeighbours, throughEverybody } from '../planner/market-operations.ts';
import { operationsOf } from '../planner/schema-operations.ts';
import { withFragments, withPages } from './rewritten-operations.ts';

const supergraph = loadSupergraph({ executionSdl, publicSdl, authorization });
const { schema } = supergraph.views.internal;
const estimate = createEstimator({ schema, directives: supergraph.cost, assumedListSize: 10 });
const costOf = (document: DocumentNode, variables = {}) => estimate({ document, variables }).cost;

/** Operations at random on our own schema, and some that nest on purpose. */
const documents = fc
  .oneof(
    { arbitrary: operationsOf(schema, 60), weight: 8 },
    { arbitrary: fc.constantFrom(nestedNeighbours(3), nestedInEachKind(3), throughEverybody), weight: 1 },
  )
  .map((text) => parse(text))
  .filter((document) => validate(schema, document).length === 0);

const anyNumber = fc.oneof(fc.integer(), fc.integer({ min: 0, max: 100 }), fc.double());

describe('the cost of any operation on our schema', () => {
  test('is a whole number from nothing on, whatever the pages are', () => {
    fc.assert(
      fc.property(documents, fc.anything(), (document, page) => {
        const cost = costOf(withPages(schema, document), { page });
        expect(Number.isSafeInteger(cost)).toBe(true);
        expect(cost).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });

  test('never falls when a page becomes larger', () => {
    let rising = 0;
    fc.assert(
      fc.property(documents, anyNumber, anyNumber, (document, left, right) => {
        const paged = withPages(schema, document);
        const [small, large] = [Math.min(left, right), Math.max(left, right)];
        fc.pre(Number.isFinite(small) && Number.isFinite(large));
        const costs = [small, large].map((page) => costOf(paged, { page }));
        expect(costs[1]).toBeGreaterThanOrEqual(costs[0] ?? 0);
        if (costs[0] !== costs[1]) rising += 1;
      }),
      { numRuns: 150 },
    );
    expect(rising).toBeGreaterThan(20);
  });

  test('is the same when parts of it are moved into fragments', () => {
    let moved = 0;
    fc.assert(
      fc.property(documents, fc.infiniteStream(fc.boolean()), fc.nat({ max: 50 }), (document, draw, page) => {
        const paged = withPages(schema, document);
        const rewritten = withFragments(schema, paged, () => draw.next().value === true);
        fc.pre(validate(schema, rewritten).length === 0);
        moved += rewritten.definitions.length - 1;
        expect(costOf(rewritten, { page })).toBe(costOf(paged, { page }));
      }),
      { numRuns: 150 },
    );
    expect(moved).toBeGreaterThan(100);
  });
});

describe('working out a cost', () => {
  const spreads = (count: number, name: string) => Array.from({ length: count }, () => `...${name}`).join(' ');
  const kinds = ['Flight', 'Stay', 'Car'];
  /** Every level twice, within each kind of a listing: six paths at each. Written out, nobody would live to see the end. */
  const levels = 20;
  const bomb = Array.from({ length: levels }, (_, level) => {
    const next = level < levels - 1 ? `deals { listing { ${spreads(2, `L${level + 1}`)} } }` : '';
    const reviews = 'reviews(first: $n) { edges { node { id } } }';
    return `fragment L${level} on Listing { ${kinds.map((kind) => `... on ${kind} { id ${reviews} ${next} }`).join(' ')} }`;
  });
  const text = `query ($n: Int) { deal(id: "deal_1") { listing { ...L0 } } } ${bomb.join(' ')}`;

  test('ends for fragments that would expand beyond all bounds, for each is worked out once', () => {
    expect(costOf(parse(text), { n: 100 })).toBeGreaterThan(10 ** 15);
  });
});
