import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@meridian/platform/identity/principal';
import { parse, validate } from 'graphql';
import { defaultLimits, measureDocument } from '../src/edge/operation-limits.ts';
import { createPlanner } from '../src/planning/prepared-operation.ts';
import { loadSupergraph } from '../src/supergraph/load-supergraph.ts';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../schema/${file}`, import.meta.url)), 'utf8');
const supergraph = loadSupergraph({
  executionSdl: read('supergraph.execution.graphql'),
  publicSdl: read('public.graphql'),
  authorization: {},
});

/** The work that was done, whatever else the machine is busy with. */
function cpuInMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
const money = '{ amount currency }';
const perKind = (inner: string) => `... on Flight { ${inner} } ... on Stay { ${inner} } ... on Car { ${inner} }`;
/** Listings of deals of listings: each level crosses from one subgraph to another for three kinds. */
const zigzag = (levels: number): string =>
  levels === 0
    ? 'id title'
    : perKind(`title priceInsight { verdict } deals { score listing { ${zigzag(levels - 1)} } }`);

const natural: Readonly<Record<string, string>> = {
  'a deal with its listing, price and stock': `{ deals { edges { node { price ${money} listing { id title fromPrice ${money} priceInsight { verdict median ${money} } availability { __typename } ... on Flight { segments { carrier { name } origin { city } } } } } } } }`,
  'fragments per kind, two levels deep': `{ deals(first: 5) { edges { node { listing { ${zigzag(1)} } } } } }`,
  'a search with everything about each hit': `{ searchFlights(input: { origin: "JFK" }) { totalCount edges { total ${money} seatsLeft offer { id total ${money} } node { title deals { score listing { title } } priceInsight { verdict } reviews { edges { node { text author { displayName } } } } } } } }`,
  'a subscription over three subgraphs': `subscription { dealAlert { ... on DealAlert { deal { score listing { id title priceInsight { verdict } availability { __typename } ${perKind('deals { score }')} } } } } }`,
};

/**
 * With \`@interfaceObject\` on the listings' interface the same questions ran the planner out of memory, or blocked it for seconds;
 * with concrete entities they are planned at once. See DESIGN §3 and docs/adr/0015.
 */
describe('the planner on the real supergraph', () => {
  test.each(Object.entries(natural))('%s is planned in a moment', (_name, text) => {
    const document = parse(text);
    expect(validate(supergraph.views.public.schema, document)).toEqual([]);
    expect(measureDocument(document, defaultLimits)).toBeUndefined();
    const begin = process.cpuUsage();
    const { plan } = createPlanner(supergraph)({ view: supergraph.views.public, document, principal: anonymous });
    expect(cpuInMs(begin)).toBeLessThan(1500);
    expect(plan.node).toBeDefined();
  });

  test.each([2, 3])('what the limits let through of a zigzag of %i levels is planned in bounded time', (levels) => {
    const document = parse(`{ deals(first: 1) { edges { node { listing { ${zigzag(levels)} } } } } }`);
    if (measureDocument(document, defaultLimits)) return expect(levels).toBeGreaterThan(2);
    const begin = process.cpuUsage();
    createPlanner(supergraph)({ view: supergraph.views.public, document, principal: anonymous });
    expect(cpuInMs(begin)).toBeLessThan(5000);
  });

  test('no type of the graph is an interface object', () => {
    expect(read('supergraph.execution.graphql')).not.toMatch(/isInterfaceObject: true/);
  });
});
