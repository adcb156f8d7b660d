import { describe, expect, test } from '@jest/globals';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { loadSupergraph, plannerBounds } from '../../src/supergraph/load-supergraph.ts';
import { composeMarketplace, nestedKinds, quoted } from './marketplace.ts';
import { planInChild } from './plan-in-child.ts';
import { planStatistics } from './plan-statistics.ts';

const concreteSdl = composeMarketplace('concrete entities');
const interfaceObjectSdl = composeMarketplace('interface object');

const operations: readonly (readonly [name: string, operation: string, fetches: number])[] = [
  ['a field that requires a third subgraph', quoted, 3],
  ['kinds nested four levels deep', nestedKinds(4), 15],
];

const load = (executionSdl: string) =>
  loadSupergraph({ executionSdl, publicSdl: 'type Query { a: Int }', authorization: {} });

test('both shapes show clients the same schema, so what follows is about planning alone', () => {
  const shown = (sdl: string) => printSchema(lexicographicSortSchema(load(sdl).views.firstParty.schema));
  expect(shown(interfaceObjectSdl)).toBe(shown(concreteSdl));
});

describe('concrete entities', () => {
  const supergraph = load(concreteSdl);

  test.each(operations)('%s: one plan is weighed, not thousands', (_name, operation, fetches) => {
    expect(operation.length).toBeLessThan(1000);
    expect(planStatistics(supergraph, parse(operation))).toEqual({ fetches, evaluatedPlans: 1 });
  });

  // The control of the traps below: the same process with the same heap and deadline is enough for this shape.
  test.each(operations)('%s: planned in the small heap, too', async (_name, operation) => {
    expect(await planInChild({ supergraphSdl: concreteSdl, operation })).toBe('planned');
  });
});

/** These stand here to turn red on the day on which Apollo mends its planner: read ADR 0004 again then. */
describe('@interfaceObject: the trap is still there (ADR 0004)', () => {
  test.each(operations)('%s: the planner as Apollo ships it never comes back', async (_name, operation) => {
    const outcome = await planInChild({ supergraphSdl: interfaceObjectSdl, operation });
    expect(outcome).toMatch(/^(?:out of (?:memory|time)|RangeError: Invalid array length)$/);
  });

  test('our bounds do not help with a required field: the planner is caught before it counts anything', async () => {
    const task = { supergraphSdl: interfaceObjectSdl, operation: quoted, bounds: plannerBounds };
    expect(await planInChild(task)).toMatch(/^(?:out of (?:memory|time)|RangeError: Invalid array length)$/);
  });
});
