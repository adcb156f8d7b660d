import { describe, expect, test } from '@jest/globals';
import { defaultRateBudgets } from '../src/edge/rate-limits.ts';
import { ask, codesOf, openShop } from './fixtures/open-shop.ts';

const graphqlJson = 'application/graphql-response+json';

describe('HTTP rules', () => {
  test.each([
    ['a syntax error', '{ items {', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['a validation error', '{ nothing }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of the wrong type',
      'query ($count: Int) { items(count: $count) { id } }',
      { count: 'many' },
      'BAD_USER_INPUT',
    ],
    [
      'a scalar of ours that is wrong',
      'query ($date: LocalDate!) { on(date: $date) }',
      { date: '2026-02-30' },
      'BAD_USER_INPUT',
    ],
  ])('%s is 200 as application/json and 400 as graphql-response+json', async (...[, query, variables, code]) => {
    await using shop = await openShop();
    const legacy = await ask(shop, query, variables ? { variables } : {});
    expect([legacy.status, legacy.headers.get('content-type'), codesOf(legacy)]).toEqual([
      200,
      'application/json; charset=utf-8',
      [code],
    ]);
    const modern = await ask(shop, query, { ...(variables ? { variables } : {}), headers: { accept: graphqlJson } });
    expect([modern.status, modern.headers.get('content-type'), codesOf(modern)]).toEqual([
      400,
      `${graphqlJson}; charset=utf-8`,
      [code],
    ]);
    // How Apollo Server tells itself the status is nothing to a client.
    for (const { extensions } of [...(legacy.errors ?? []), ...(modern.errors ?? [])])
      expect(extensions).not.toHaveProperty('http');
  });

  test.each([
    ['nothing to run', '', '/graphql'],
    ['an operation name that the document lacks', '{ whoami }', '/graphql'],
    ['a hidden field', '{ whoami }', '/public/graphql'],
    ['a limit', `{ item(id: 1) ${'{ twin '.repeat(12)} { id } ${'}'.repeat(12)} }`, '/graphql'],
    ['a fault', '{ broken }', '/graphql'],
    ['a refused field', '{ report }', '/graphql'],
  ])('no error carries extensions.http: %s', async (name, query, path) => {
    await using shop = await openShop();
    const operationName = name.startsWith('an operation name') ? 'Other' : undefined;
    const url = `${shop.url}${path}?${new URLSearchParams({ query, ...(operationName ? { operationName } : {}) })}`;
    const answer = (await (await fetch(url)).json()) as { errors?: { extensions?: object }[] };
    expect(answer.errors?.length).toBeGreaterThan(0);
    for (const { extensions } of answer.errors ?? []) expect(extensions ?? {}).not.toHaveProperty('http');
  });

  test.each([['application/json'], [graphqlJson]])('a limit is 4xx under %s', async (accept) => {
    await using shop = await openShop();
    const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: whoami`).join(' ');
    const answer = await ask(shop, `{ item(id: "itm_1") { id } ${aliases} }`, { headers: { accept } });
    expect([answer.status, answer.headers.get('content-type'), codesOf(answer)]).toEqual([
      400,
      `${accept}; charset=utf-8`,
      ['OPERATION_TOO_MANY_ALIASES'],
    ]);
  });

  test.each([
    ['no token of ours', 'nonsense', 'ACCESS_TOKEN_INVALID'],
    ['a token that was changed', 'changed', 'ACCESS_TOKEN_INVALID'],
    ['a token that has ended', 'ended', 'ACCESS_TOKEN_EXPIRED'],
  ])('%s is 401, and nothing runs', async (_name, kind, code) => {
    await using shop = await openShop();
    const good = await shop.identity.tokenOf('usr_ada');
    if (kind === 'ended') shop.clock.advance(600_000);
    const token = kind === 'changed' ? `${good.slice(0, -3)}abc` : kind === 'nonsense' ? 'nonsense' : good;
    const answer = await ask(shop, '{ whoami }', { token });
    expect([answer.status, answer.data, codesOf(answer)]).toEqual([401, undefined, [code]]);
  });

  test('a GET carries a query with no special header, takes identity from Authorization, and refuses a mutation', async () => {
    await using shop = await openShop();
    const get = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${shop.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect(await (await get('{ whoami }')).json()).toEqual({
      data: { whoami: 'nobody' },
      extensions: expect.anything(),
    });
    const authorization = `Bearer ${await shop.identity.tokenOf('usr_ada')}`;
    expect(await (await get('{ whoami }', { authorization })).json()).toEqual({
      data: { whoami: 'usr_ada' },
      extensions: expect.anything(),
    });
    const mutation = await get('mutation { setLeft(id: "itm_1", left: 0) { id } }', { authorization });
    expect(mutation.status).toBe(405);
    expect(shop.world.left.get('itm_1')).toBe(3);
  });

  test('a GET obeys the limits as well', async () => {
    await using shop = await openShop();
    const query = `{ item(id: 1) ${'{ twin '.repeat(12)} { id } ${'}'.repeat(12)} }`;
    const response = await fetch(`${shop.url}/graphql?query=${encodeURIComponent(query)}`);
    expect([
      response.status,
      ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
    ]).toEqual([400, 'OPERATION_TOO_DEEP']);
  });

  test.each([['text/plain'], ['application/x-www-form-urlencoded'], ['multipart/form-data; boundary=x']])(
    'a POST as a form of another site could send it (%s) is refused',
    async (type) => {
      await using shop = await openShop();
      const response = await fetch(`${shop.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"query":"{ whoami }"}',
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    },
  );

  test('a batch, an empty body, a body that is no JSON and one that is too large are refused', async () => {
    await using shop = await openShop({ options: { maxBodyInBytes: 1000 } });
    const post = async (body: string) => {
      const response = await fetch(`${shop.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code];
    };
    expect(await post('[{"query":"{ whoami }"},{"query":"{ whoami }"}]')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('{"query":')).toEqual([400, 'BAD_REQUEST']);
    expect(await post(`{"query":"{ whoami }","variables":{"x":"${'x'.repeat(1000)}"}}`)).toEqual([
      413,
      'REQUEST_TOO_LARGE',
    ]);
  });

  test('the schema is told to admins only; the public one to everybody', async () => {
    await using shop = await openShop();
    const query = '{ __schema { queryType { name } } }';
    const stranger = await ask(shop, query);
    expect([stranger.status, codesOf(stranger)]).toEqual([403, ['INTROSPECTION_DISABLED']]);
    expect((await ask(shop, query, { token: await shop.identity.tokenOf('usr_a', ['SUPPORT']) })).status).toBe(403);
    expect((await ask(shop, query, { token: await shop.identity.tokenOf('usr_a', ['ADMIN']) })).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
    expect((await ask(shop, query, { path: '/public/graphql' })).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  test('CORS: a page of a named origin may call, another may not', async () => {
    await using shop = await openShop({ options: { allowedOrigins: ['https://app.test'] } });
    const preflight = async (origin: string) =>
      (
        await fetch(`${shop.url}/graphql`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type',
          },
        })
      ).headers.get('access-control-allow-origin');
    expect(await preflight('https://app.test')).toBe('https://app.test');
    expect(await preflight('https://evil.test')).toBeNull();
  });

  test('a request id that is unfit for a log is replaced', async () => {
    await using shop = await openShop();
    const { headers } = await ask(shop, '{ whoami }', { headers: { 'x-request-id': 'a b\tc' } });
    expect(headers.get('x-request-id')).toMatch(/^req_/);
  });

  test('probes: alive, ready, and why not', async () => {
    let reasons = ['the seed is being consumed'];
    await using shop = await openShop({ deps: { readiness: async () => ({ ready: reasons.length === 0, reasons }) } });
    expect((await fetch(`${shop.url}/healthz`)).status).toBe(200);
    const waiting = await fetch(`${shop.url}/readyz`);
    expect([waiting.status, await waiting.json()]).toEqual([
      503,
      { ready: false, reasons: ['the seed is being consumed'] },
    ]);
    reasons = [];
    expect((await fetch(`${shop.url}/readyz`)).status).toBe(200);
  });
});

describe('the public contract', () => {
  test('answers what is public, from several subgraphs, to anybody', async () => {
    await using shop = await openShop();
    const answer = await ask(shop, '{ items(count: 1) { id left } }', { path: '/public/graphql' });
    expect(answer.errors).toBeDefined();
    const allowed = await ask(shop, '{ items { id label left } }', { path: '/public/graphql' });
    expect(allowed.data).toMatchObject({
      items: [
        { id: 'itm_1', left: 3 },
        { id: 'itm_2', left: 7 },
      ],
    });
  });

  test.each([
    '{ whoami }',
    '{ item(id: "1") { hidden } }',
    '{ vault { id } }',
    'mutation { signIn(name: "ada") { __typename } }',
    'subscription { mine { n } }',
    '{ __type(name: "Vault") { name } whoami }',
  ])('does not know %s', async (query) => {
    await using shop = await openShop();
    expect(codesOf(await ask(shop, query, { path: '/public/graphql' }))).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('ignores an access token: everybody is a stranger there', async () => {
    await using shop = await openShop();
    const token = await shop.identity.tokenOf('usr_ada');
    const answer = await ask(shop, '{ item(id: "itm_1") { id } }', { path: '/public/graphql', token });
    expect(answer.status).toBe(200);
    expect(
      (await ask(shop, '{ item(id: "itm_1") { id } }', { path: '/public/graphql', token: 'nonsense' })).status,
    ).toBe(200);
  });

  test('is limited per address, with a time to come back', async () => {
    const budget = { operations: 2, windowInSeconds: 60 };
    await using shop = await openShop({
      options: { rateBudgets: { ...defaultRateBudgets, publicPerAddress: budget } },
    });
    const query = '{ item(id: "itm_1") { id } }';
    const statuses = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await ask(shop, query, { path: '/public/graphql' })).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await ask(shop, query, { path: '/public/graphql' });
    expect([codesOf(refused), Number(refused.headers.get('retry-after')) > 0]).toEqual([['RATE_LIMITED'], true]);
    // The first party's budgets are others: per user, and per address for strangers.
    expect((await ask(shop, '{ whoami }', { token: await shop.identity.tokenOf('usr_ada') })).status).toBe(200);
  });
});
