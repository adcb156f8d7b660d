import { describe, expect, test } from '@jest/globals';
import { createCostGuard, defaultCostLimits } from '@meridian/gateway/cost/cost-limits';
import { loadSupergraph } from '@meridian/gateway/supergraph/load-supergraph';
import { authorization, executionSdl, publicSdl } from '@meridian/schema/generated/supergraph';
import { type DocumentNode, parse } from 'graphql';
import { appOperations } from './support/app-operations.ts';
import {
  firstPartyOperations,
  playgroundOperations,
  readmeOperations,
  signedInOperations,
} from './support/example-operations.ts';
import { writtenOperations } from './support/written-operations.ts';

const supergraph = loadSupergraph({ executionSdl, publicSdl, authorization });
const guard = createCostGuard(supergraph, defaultCostLimits);

type Door = 'firstParty' | 'public';
type Sent = Readonly<{ view: Door; document: DocumentNode; variables: Readonly<Record<string, unknown>> }>;

const costOf = (request: Sent): number => guard.costOf(request)?.estimated ?? Number.NaN;
const asMuch = (share: number, of: Door): number => defaultCostLimits[of] * share;

/** Searches as many pages of flights as there are names, each with filters and what three services know. */
const flights = (names: number, first: number): DocumentNode => {
  const search = 'searchFlights(input: { origin: "JFK", destination: "LAX" }, first: $first)';
  const asked =
    'totalCount facets { carriers { label count } } edges { total { amount } node { title segments { flightNumber } priceInsight { verdict } availability { remaining } } }';
  const all = Array.from({ length: names }, (_, index) => `a${index}: ${search} { ${asked} }`).join(' ');
  return parse(`{ ${all} }`.replaceAll('$first', String(first)));
};

describe('within what an operation may cost are', () => {
  test('the examples that we show, at the public door', async () => {
    const examples = [...(await playgroundOperations()), ...(await readmeOperations())];
    expect(examples.length).toBeGreaterThanOrEqual(8);
    for (const { name, text, variables } of examples) {
      const request: Sent = { view: 'public', document: parse(text), variables };
      expect([name, guard.refuse(request)]).toEqual([name, []]);
      expect(costOf(request)).toBeGreaterThan(0);
      // Whoever plays with an example, and asks for twenty times as many, is not refused at once.
      expect(costOf(request)).toBeLessThan(asMuch(1 / 10, 'public'));
    }
  });

  test('what our pages ask for, and the playground of who is signed in', async () => {
    const examples = [...firstPartyOperations, ...(await signedInOperations())];
    const asked = [
      ...examples.map(({ name, text, variables }) => ({ name, document: parse(text), variables })),
      ...(await appOperations()).map((operation) => ({ ...operation, variables: {} })),
    ];
    expect(asked.length).toBeGreaterThan(40);
    for (const { name, ...operation } of asked) {
      const cost = costOf({ view: 'firstParty', ...operation });
      // A scalar alone costs nothing; what could not be worked out is no number.
      expect([name, cost >= 0 && cost < asMuch(1 / 2, 'firstParty')]).toEqual([name, true]);
    }
  });

  test('the operations of the journey and of all tests here', async () => {
    const written = await writtenOperations(supergraph.views.firstParty.schema);
    expect(written.length).toBeGreaterThan(40);
    const costs = written.map(({ file, document }) => ({
      file,
      cost: costOf({ view: 'firstParty', document, variables: {} }),
    }));
    expect(costs.filter(({ cost }) => !(cost < defaultCostLimits.firstParty))).toEqual([]);
  });

  test('a full page of search results, with what other services know of each', () => {
    const request: Sent = { view: 'public', document: flights(1, 100), variables: {} };
    expect(guard.refuse(request)).toEqual([]);
  });
});

describe('beyond it are', () => {
  test.each([
    ['public', 'two full pages of them', flights(2, 100)],
    ['firstParty', 'as many as root fields are allowed', flights(20, 100)],
  ] as const)('at the %s door %s', (view, _name, document) => {
    const [error] = guard.refuse({ view, document, variables: {} });
    expect(error?.extensions.code).toBe('OPERATION_TOO_COSTLY');
  });
});

test('searches cost more than look-ups', () => {
  const twenty = (field: string): number => {
    const fields = Array.from({ length: 20 }, (_, index) => `a${index}: ${field}`).join(' ');
    return costOf({ view: 'public', document: parse(`{ ${fields} }`), variables: {} });
  };
  const airports = twenty('airport(code: "JFK") { name }');
  const stays = twenty('searchStays(input: { place: "JFK" }) { totalCount }');
  expect(airports).toBe(20);
  // Each: the search 10, its input 1, the connection 1.
  expect(stays).toBe(20 * 12);
});
