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
