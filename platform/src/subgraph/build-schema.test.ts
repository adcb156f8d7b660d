import { describe, expect, test } from '@jest/globals';
import { buildSubgraph } from './build-schema.ts';
import { createSubgraphExecutor } from './execute-operation.ts';
import type { SubgraphDefinition } from './subgraph-definition.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Decimal
  scalar DateTime
  scalar LocalDate
  scalar Duration
  type Query { echo(decimal: Decimal, at: DateTime, on: LocalDate, for: Duration): String thing: Thing broken: DateTime fault: String required: Thing! }
  type Subscription { ticks: Int! things: Thing! }
  type Thing @key(fields: "id") { id: ID! at: DateTime }
`;

const resolvers = {
  Query: {
    echo: (_: unknown, args: object) => JSON.stringify(args),
    thing: () => ({ id: 'thg_1', at: Date.UTC(2026, 0, 2) }),
    broken: () => 'yesterday',
    fault: () => {
      throw new Error('the secret password is hunter2');
    },
    required: () => null,
  },
  Subscription: {
    ticks: {
      subscribe: async function* () {
        yield { ticks: 1 };
        yield 2;
      },
    },
    things: {
      subscribe: async function* () {
        yield { id: 'thg_1', at: null };
      },
    },
  },
  Thing: { __resolveReference: (reference: { id: string }) => reference },
};

const logged: unknown[] = [];
const logger = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: unknown) => logged.push(fields),
  child: () => logger,
} as never;
const definition: SubgraphDefinition = {
  name: 'things',
  schema: buildSubgraph({ typeDefs, resolvers }),
  createContext: (base) => base,
};
const verifier = {
  verify: (token: string) =>
    token === 'good'
      ? ({ ok: true, principal: { kind: 'anonymous' }, expiresAt: 0 } as const)
      : ({ ok: false, reason: 'forged' } as const),
};
const executor = createSubgraphExecutor(definition, { verifier, logger });
const envelope = { token: 'good', requestId: 'req_1' };
const run = (query: string, variables?: Record<string, unknown>) =>
  executor.execute({ query, ...(variables ? { variables } : {}) }, envelope);

describe('buildSubgraph', () => {
  test('a resolver that fits nothing is refused at the start, by name', () => {
    const stray = { ...resolvers, Query: { ...resolvers.Query, ecko: () => 1 }, Ghost: { id: () => 1 } };
    expect(() => buildSubgraph({ typeDefs, resolvers: stray })).toThrow('Query.ecko, Ghost');
  });

  test('a root field without a resolver is refused at the start', () => {
    const { echo: _, ...rest } = resolvers.Query;
    expect(() => buildSubgraph({ typeDefs, resolvers: { ...resolvers, Query: rest } })).toThrow('Query.echo');
  });

  test('a scalar without a rule is refused at the start', () => {
    expect(() => buildSubgraph({ typeDefs: `${typeDefs} scalar Mood`, resolvers })).toThrow('Mood');
  });
});

describe('scalars', () => {
  test.each([
    ['decimal: 12.5', 'Decimal must be a decimal number in text'],
    ['decimal: "1e3"', '"1e3" is not'],
    ['decimal: "01"', '"01" is not'],
    ['at: "2026-02-30T10:00:00Z"', 'DateTime must be'],
    ['at: "2026-02-20T10:00:00"', 'DateTime must be'],
    ['on: "2026-13-01"', 'LocalDate must be'],
    ['for: "PT"', 'Duration must be'],
    ['for: "2h"', 'Duration must be'],
  ])('%s is refused with what is wrong', async (argument, message) => {
    const { errors } = await run(`{ echo(${argument}) }`);
    expect(errors?.[0]?.message).toContain(message);
  });

  test('good values pass, an instant arrives in UTC', async () => {
    const { data } = await run(
      '{ echo(decimal: "-0.05", at: "2026-02-20T10:00:00+02:00", on: "2024-02-29", for: "PT2H35M") }',
    );
    expect(JSON.parse(String(data?.echo))).toEqual({
      decimal: '-0.05',
      at: '2026-02-20T08:00:00.000Z',
      on: '2024-02-29',
      for: 'PT2H35M',
    });
  });

  test('variables follow the same rule', async () => {
    const { errors } = await run('query ($on: LocalDate) { echo(on: $on) }', { on: '2025-02-29' });
    expect(errors?.[0]?.message).toContain('LocalDate must be a calendar date');
  });

  test('epoch milliseconds are serialised as an instant', async () => {
    expect((await run('{ thing { at } }')).data).toEqual({ thing: { at: '2026-01-02T00:00:00.000Z' } });
  });
});

describe('createSubgraphExecutor', () => {
  test.each(['{ fault }', '{ broken }', '{ required { id } }'])(
    'a fault in %s is masked, with the request id, and logged',
    async (query) => {
      logged.length = 0;
      const { errors } = await run(query);
      expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'req_1' });
      expect(errors?.[0]?.message).not.toMatch(/hunter2|yesterday|non-nullable/);
      expect(logged).toHaveLength(1);
    },
  );

  test('a token that does not hold runs nothing', async () => {
    const { data, errors } = await executor.execute({ query: '{ fault }' }, { token: 'forged', requestId: 'r' });
    expect([data, errors?.[0]?.extensions.code]).toEqual([undefined, 'INTERNAL_TOKEN_REFUSED']);
  });

  test('events may be the value or an object with the name of the field', async () => {
    const stream = await executor.subscribe({ query: 'subscription { ticks }' }, envelope);
    const seen: unknown[] = [];
    for await (const event of stream as AsyncIterable<{ data?: unknown }>) seen.push(event.data);
    expect(seen).toEqual([{ ticks: 1 }, { ticks: 2 }]);
  });
});
