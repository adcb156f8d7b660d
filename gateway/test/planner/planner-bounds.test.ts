import { describe, expect, test } from '@jest/globals';
import { authorization, executionSdl, publicSdl } from '@meridian/schema/generated/supergraph';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { defaultLimits, parseWithinLimits } from '../../src/edge/operation-limits.ts';
import { loadSupergraph, plannerBounds } from '../../src/supergraph/load-supergraph.ts';
import { manyNames, nestedInEachKind, nestedNeighbours, throughEverybody } from './market-operations.ts';
import { composeMarketplace, nestedKinds } from './marketplace.ts';
import { planStatistics } from './plan-statistics.ts';
import { operationsOf } from './schema-operations.ts';

const supergraph = loadSupergraph({ executionSdl, publicSdl, authorization });
const { schema } = supergraph.views.internal;

/** Parses what must be valid and within the limits, as the edge does. */
function admitted(text: string) {
  const { document, refusal } = parseWithinLimits(text, defaultLimits);
  expect(refusal).toBeUndefined();
  if (document === undefined) throw new Error(`This is no GraphQL: ${text}`);
  expect(validate(schema, document)).toEqual([]);
  return document;
}

describe('the planner on our own schema', () => {
  test('each operation has one way to be planned, however its kinds are nested', () => {
    const plans = {
      neighbours: planStatistics(supergraph, admitted(nestedNeighbours(4))),
      'in each kind': planStatistics(supergraph, admitted(nestedInEachKind(3))),
      'through everybody': planStatistics(supergraph, admitted(throughEverybody)),
      'many names': planStatistics(supergraph, admitted(manyNames(defaultLimits.aliases))),
    };
    expect(Object.values(plans).map(({ evaluatedPlans }) => evaluatedPlans)).toEqual([1, 1, 1, 1]);
    // Four subgraphs: a level asks the three others beside the one that led to it, at most.
    expect(plans.neighbours.fetches).toBeLessThanOrEqual(1 + 4 * 5);
    expect(plans['in each kind'].fetches).toBeLessThanOrEqual(1 + 3 * 4);
    expect(plans['many names'].fetches).toBeLessThanOrEqual(1 + defaultLimits.aliases * 4);
  });

  test('a level more in each kind is refused before it is planned', () => {
    expect(parseWithinLimits(nestedInEachKind(4), defaultLimits).refusal?.code).toMatch(/^OPERATION_TOO_/);
    expect(parseWithinLimits(manyNames(defaultLimits.aliases + 1), defaultLimits).refusal?.code).toBe(
      'OPERATION_TOO_MANY_ALIASES',
    );
  });

  test('whatever is asked, planning ends within its bounds', () => {
    let planned = 0;
    fc.assert(
      fc.property(operationsOf(schema, 120), (text) => {
        fc.pre(validate(schema, parse(text)).length === 0);
        const { document } = parseWithinLimits(text, defaultLimits);
        fc.pre(document !== undefined);
        if (document === undefined) return;
        const { evaluatedPlans } = planStatistics(supergraph, document);
        expect(evaluatedPlans).toBeLessThanOrEqual(plannerBounds.maxEvaluatedPlans);
        planned += 1;
      }),
      { numRuns: 60 },
    );
    expect(planned).toBeGreaterThanOrEqual(60);
  });
});

describe('the planner on a schema that it cannot cope with', () => {
  const trap = loadSupergraph({
    executionSdl: composeMarketplace('interface object'),
    publicSdl: 'type Query { a: Int }',
    authorization: {},
  });

  test('no more plans are weighed than the bound allows', () => {
    const deals = nestedKinds(1).slice(1, -1);
    const alone = planStatistics(trap, parse(`{ ${deals} }`)).evaluatedPlans;
    const twice = planStatistics(trap, parse(`{ one: ${deals} other: ${deals} }`)).evaluatedPlans;
    expect(alone * alone).toBeGreaterThan(plannerBounds.maxEvaluatedPlans);
    expect(twice).toBeLessThanOrEqual(plannerBounds.maxEvaluatedPlans);
  });

  test('too many paths are an error, not the end of the process', () => {
    expect(() => planStatistics(trap, parse(nestedKinds(2)))).toThrow('Too many options generated');
  });
});
