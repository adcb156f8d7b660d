import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import { isAdminScope } from '@meridian/platform/identity/scopes';
import { lintSchema } from '../src/lint/lint-schema.ts';
import { missingSubgraphs, readSources } from '../src/sdl/subgraph-source.ts';
import { composeRepository, readCommitted, schemaFolder } from './market.ts';

describe('the schema of this repository', () => {
  test('has all five subgraphs and breaks no rule', async () => {
    const sources = await readSources(schemaFolder);
    expect(missingSubgraphs(sources)).toEqual([]);
    expect(lintSchema(sources)).toEqual([]);
  });

  test('composes without a hint', async () => {
    expect((await composeRepository()).hints).toEqual([]);
  });

  test("Apollo's open loader takes what is committed for execution", async () => {
    const supergraph = Supergraph.build(await readCommitted('supergraph.execution.graphql'));
    expect([...supergraph.subgraphsMetadata()].map(({ name }) => name).sort()).toEqual([
      'analytics',
      'bookings',
      'deals',
      'listings',
      'users',
    ]);
  });

  test('public-fields.txt lists the fields of public.graphql', async () => {
    const { publicFields } = await composeRepository();
    expect((await readCommitted('public-fields.txt')).trim().split('\n')).toEqual(publicFields);
    expect(publicFields.length).toBeGreaterThan(100);
  });

  test('no public field needs an admin scope', async () => {
    const { publicFields, authorization } = await composeRepository();
    const guarded = publicFields.filter((coordinate) => {
      const demands = [authorization[coordinate], authorization[coordinate.split('.')[0] ?? '']];
      const scopes = demands.flatMap(
        (demand) => (demand?.requiresScopes?.scopes ?? []) as readonly (readonly string[])[],
      );
      return scopes.flat().some(isAdminScope);
    });
    expect(guarded).toEqual([]);
    // The rule has something to bite on.
    expect(Object.values(authorization).some((demand) => demand.requiresScopes !== undefined)).toBe(true);
  });
});
