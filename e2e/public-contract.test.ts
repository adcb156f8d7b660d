import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  introspectionFromSchema,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { type Api, at, createApi, listAt, textAt } from './support/api.ts';
import { whileDealsAreMade } from './support/deals.ts';
import { type ExampleOperation, playgroundOperations, readmeOperations } from './support/example-operations.ts';
import { signInAs } from './support/people.ts';
import { type RunningServer, startServer } from './support/running-server.ts';
import { firstMessage } from './support/socket.ts';

const contractFile = resolve(import.meta.dirname, '../schema/public.graphql');
const operations = [...(await playgroundOperations()), ...(await readmeOperations())];
const ofKind = (kind: ExampleOperation['kind']) =>
  operations.filter((operation) => operation.kind === kind).map((operation) => [operation.name, operation] as const);

let server: RunningServer;
let stranger: Api;
let url: string;
beforeAll(async () => {
  server = await startServer({ market: 'small' });
  url = `${server.address}/public/graphql`;
  stranger = createApi(url);
}, 120_000);
afterAll(async () => server[Symbol.asyncDispose]());

describe('the public contract', () => {
  test('is what anybody can read of the schema, to the last field', async () => {
    const told = buildClientSchema((await stranger.read(getIntrospectionQuery())) as unknown as IntrospectionQuery);
    const released = buildSchema(await readFile(contractFile, 'utf8'), { assumeValidSDL: true });
    const print = (schema: typeof told) =>
      printSchema(lexicographicSortSchema(schema)).replace(/"""[\s\S]*?"""\s*/g, '');
    expect(print(told)).toBe(print(buildClientSchema(introspectionFromSchema(released))));
  });

  test.each([
    ['an account', '{ me { id } }', 'me'],
    ['mutations', 'mutation { signIn(input: { email: "a", password: "b" }) { __typename } }', 'mutation'],
    ['a signed offer', '{ searchFlights(input: { origin: "JFK" }, first: 1) { edges { offer { token } } } }', 'token'],
    ['figures', '{ revenue(groupBy: MONTH) { gross { amount } } }', 'revenue'],
    ['views', '{ searchStays(input: { place: "LHR" }) { edges { node { views } } } }', 'views'],
    ['entities', '{ _entities(representations: []) { __typename } }', '_entities'],
    ['alerts', 'subscription { priceWatchTriggered { __typename } }', 'priceWatchTriggered'],
    ['events', 'subscription { liveEvents { __typename } }', 'liveEvents'],
  ])('has no %s, over HTTP and over the socket', async (_, query, name) => {
    const { data, errors } = await stranger.ask(query);
    expect({ data, codes: errors.map(({ extensions }) => extensions?.code) }).toEqual({
      data: null,
      codes: ['GRAPHQL_VALIDATION_FAILED'],
    });
    expect(errors[0]?.message).toContain(name);
    const overSocket = await firstMessage(url, { query });
    expect(overSocket.data).toBeNull();
    expect(overSocket.errors[0]?.message).toContain(name);
  });

  test('does not know its callers: a token changes nothing', async () => {
    const admin = await signInAs(server.address, 'admin');
    const { errors } = await createApi(url, admin.accessToken).ask('{ me { id } }');
    expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('is told nowhere else to strangers: the first-party schema is for admins', async () => {
    const { data, errors } = await createApi(`${server.address}/graphql`).ask('{ __schema { queryType { name } } }');
    expect(data).toBeNull();
    expect(errors[0]?.extensions?.code).toBe('INTROSPECTION_DISABLED');
  });
});

describe('an anonymous stranger', () => {
  test.each(ofKind('query'))('runs %s over HTTP and over the socket, with the same answer', async (_, operation) => {
    const answer = await stranger.read(operation.text, operation.variables);
    expect(JSON.stringify(answer)).not.toMatch(/"(airports|places)":\[\]|"totalCount":0/);
    const { data, errors } = await firstMessage(url, { query: operation.text, variables: operation.variables });
    expect(errors).toEqual([]);
    expect(withoutTimes(data)).toEqual(withoutTimes(answer));
  });

  test('finds with the README’s query what it promises: totals, carriers and a verdict', async () => {
    const [flights] = await readmeOperations();
    const answer = await stranger.read(flights?.text ?? '');
    for (const edge of listAt(answer, 'searchFlights', 'edges')) {
      expect(Number(textAt(edge, 'total', 'amount'))).toBeGreaterThan(0);
      expect(textAt(edge, 'node', 'segments', 0, 'carrier', 'name')).not.toBe('');
      expect(textAt(edge, 'node', 'priceInsight', 'verdict')).toMatch(/^(LOW|TYPICAL|HIGH|NOT_ENOUGH_DATA)$/);
    }
  });

  test.each(ofKind('subscription'))('receives with %s a deal with fields of three services', async (_, operation) => {
    const { data, errors } = await whileDealsAreMade(server.address, firstMessage(url, { query: operation.text }));
    expect(errors).toEqual([]);
    expect(at(data, 'dealAlert', 'deal', 'grade')).toMatch(/^(GOOD|GREAT)$/);
    expect(textAt(data, 'dealAlert', 'deal', 'listing', 'title')).not.toBe('');
  });
});

/** The same operation a moment later may tell another expiry. */
const withoutTimes = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'expiresAt' ? undefined : inner)));
