import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { clientDocuments } from '../src/codegen/client-documents.ts';

const schema = buildSchema(`
  type Query { trip(id: ID!): Trip }
  type Trip { id: ID! total: Money! }
  type Money { amount: Decimal! currency: String! }
  scalar Decimal
`);
const price = { path: 'ui/src/money.graphql', text: 'fragment Price on Money { amount currency }' };
const trip = {
  path: 'web/src/trips/trip.graphql',
  text: 'query Trip($id: ID!) {\n  trip(id: $id) { id total { ...Price } }\n}',
};

describe('an app’s operations', () => {
  test('become a module each, whole by itself, with the fragments of shared files', async () => {
    const result = await clientDocuments(schema, { files: [trip], shared: [price] });
    if (!result.ok) throw new Error(result.problems.join());
    const text = result.outputs.get('web/src/generated/trips/trip.ts') ?? '';
    expect(text).toContain('export type TripQuery');
    expect(text).toContain('amount: string');
    expect(text).toContain('"name":{"kind":"Name","value":"Price"}');
  });

  test('that the schema does not serve are refused, with file and line', async () => {
    const broken = { ...trip, text: trip.text.replace('total', 'price') };
    expect(await clientDocuments(schema, { files: [broken], shared: [price] })).toEqual({
      ok: false,
      problems: ['web/src/trips/trip.graphql:2: Cannot query field "price" on type "Trip".'],
    });
    const lost = await clientDocuments(schema, { files: [trip], shared: [] });
    expect(lost).toEqual({ ok: false, problems: ['web/src/trips/trip.graphql:2: Unknown fragment "Price".'] });
  });
});
