import { expect, test } from '@jest/globals';
import { anonymous } from '@meridian/platform/identity/principal';
import { parse } from 'graphql';
import { createPlanner } from '../src/planning/prepared-operation.ts';
import { loadSupergraph } from '../src/supergraph/load-supergraph.ts';
import { composeShop } from './fixtures/compose-shop.ts';

test('the same document is prepared for each view by itself, never with what another view found', () => {
  const { views, ...rest } = loadSupergraph(composeShop());
  const planner = createPlanner({ views, ...rest });
  const document = parse('{ items { id } }');
  const prepared = [views.firstParty, views.public, views.firstParty].map((view) =>
    planner({ view, document, principal: anonymous }),
  );
  expect(prepared.map(({ view }) => view.name)).toEqual(['firstParty', 'public', 'firstParty']);
  expect(new Set(prepared.map(({ key }) => key)).size).toBe(2);
});

test('plans are kept, but not more of them than memory was set aside for', () => {
  const supergraph = loadSupergraph(composeShop());
  const planner = createPlanner(supergraph);
  const prepare = (id: string) =>
    planner({ view: supergraph.views.internal, document: parse(`{ item(id: "${id}") { id } }`), principal: anonymous });
  const first = prepare('first');
  expect(prepare('first')).toBe(first);
  // Each is two times 100 kB, in its key and in its plan.
  for (let number = 0; number < 80; number += 1) prepare(`${number}${'x'.repeat(100_000)}`);
  expect(prepare('first')).not.toBe(first);
});

test('a document weighs more than its plan, and counts', () => {
  const supergraph = loadSupergraph(composeShop());
  const planner = createPlanner(supergraph, 1_000_000);
  const fields = 'id '.repeat(900);
  const prepare = (number: number) => {
    const document = parse(`{ item(id: "${number}") { ${fields} } }`, { noLocation: true });
    return planner({ view: supergraph.views.internal, document, principal: anonymous });
  };
  const first = prepare(0);
  expect(prepare(0)).toBe(first);
  // Each has a plan of 200 characters. Its document, of 900 fields, takes 0.2 MB (measured).
  for (let number = 1; number < 6; number += 1) prepare(number);
  expect(prepare(0)).not.toBe(first);
});
