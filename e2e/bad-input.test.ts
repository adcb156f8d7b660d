import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@meridian/demo/eventually';
import { getNamedType, isUnionType } from 'graphql';
import { accountCases } from './bad-input/account-cases.ts';
import { bookingCases } from './bad-input/booking-cases.ts';
import type { BadCase } from './bad-input/cases.ts';
import { type Fixtures, openFixtures } from './bad-input/fixtures.ts';
import { listingCases } from './bad-input/listing-cases.ts';
import { searchCases } from './bad-input/search-cases.ts';
import { readState } from './bad-input/state.ts';
import { watchCases } from './bad-input/watch-cases.ts';
import { type Answer, createApi, listAt, type Node } from './support/api.ts';
import { inDays } from './support/inputs.ts';
import { type RunningServer, startServer } from './support/running-server.ts';
import { readSupergraph } from './support/supergraph.ts';

const cases = [...accountCases, ...listingCases, ...bookingCases, ...watchCases];

let server: RunningServer;
let given: Fixtures;
let before: unknown;
let told: unknown;
beforeAll(async () => {
  server = await startServer({ market: 'small' });
  given = await openFixtures(server.address, createApi(`${server.address}/graphql`));
  before = await readState(given);
  told = await eventsTold();
}, 180_000);
afterAll(async () => server[Symbol.asyncDispose]());

const mutation = (await readSupergraph()).getMutationType();

/** A mutation that asks for whatever its union says of a failure. */
function documentOf(field: string): string {
  const definition = mutation?.getFields()[field];
  if (!definition) throw new Error(`There is no mutation ${field}.`);
  const union = getNamedType(definition.type);
  const validates = isUnionType(union) && union.getTypes().some(({ name }) => name === 'ValidationFailed');
  const problems = validates ? '... on ValidationFailed { problems { path message } }' : '';
  return `mutation ($input: ${definition.args[0]?.type}) { ${field}(input: $input) {
    __typename ... on UserError { code message path retryable } ${problems} } }`;
}

/** What refused it: the failure's type, or the code of the error. */
const refusalOf = ({ data, errors }: Answer, field: string): unknown => {
  const answer = data?.[field] as Node | null | undefined;
  return answer?.__typename ?? errors[0]?.extensions?.code;
};

const problemPaths = ({ data }: Answer, field: string): string[] =>
  listAt(data, field, 'problems').map(({ path }) => (path as string[]).slice(1).join('.'));

async function expectRefusal({ field, input, as, expected, at }: BadCase): Promise<void> {
  const answer = await as(given).ask(documentOf(field), { input: input(given) });
  expect({ refusal: refusalOf(answer, field), answer }).toEqual({ refusal: expected, answer });
  if (expected !== 'ValidationFailed') return;
  const paths = problemPaths(answer, field);
  expect(paths.length).toBeGreaterThan(0);
  if (at !== undefined) expect(paths).toContain(at);
}

describe('a bad request', () => {
  test.each(cases.map((one) => [`${one.field} with ${one.what}: ${one.expected}`, one] as const))(
    '%s',
    async (_, one) => {
      await expectRefusal(one);
      expect(await readState(given)).toEqual(before);
    },
  );

  test('was tried on every mutation', () => {
    const fields = Object.values(mutation?.getFields() ?? {});
    const reachable = fields.filter(
      ({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === 'inaccessible'),
    );
    expect([...new Set(cases.map(({ field }) => field))].sort()).toEqual(reachable.map(({ name }) => name).sort());
  });

  test('leaves no event behind', async () => {
    expect(await eventsTold()).toEqual(told);
  });
});

describe('a search for what cannot be', () => {
  test.each(searchCases.map((one) => [`${one.field} for ${one.what}`, one] as const))('%s', async (_, one) => {
    const { field, input, at: places, by } = one;
    const query = `query ($input: ${by}!) { ${field}(input: $input) { totalCount } }`;
    const { data, errors } = await given.anonymous.ask(query, { input });
    expect([data?.[field] ?? null, errors.map(({ extensions }) => extensions?.code)]).toEqual([
      null,
      ['BAD_USER_INPUT'],
    ]);
    expect(errors[0]?.message).toMatch(/[a-z]/);
    if (places === undefined) return;
    expect(errors[0]?.path).toEqual([field]);
    const problems = errors[0]?.extensions?.problems as readonly { path: readonly string[] }[];
    expect(problems.map(({ path }) => path.slice(1).join('.')).sort()).toEqual(places);
  });
});

/**
 * How many events of each type there are once everybody has heard them. What readers do is left out, and what admins attempt:
 * both are told whatever came of it.
 */
async function eventsTold(): Promise<unknown> {
  const { api } = given.admin;
  await eventually(async () => {
    const lags = listAt(await api.read('{ consumerLag { group topic lag } }'), 'consumerLag');
    const behind = lags.filter(({ lag }) => Number(lag) > 0);
    if (behind.length > 0) throw new Error(JSON.stringify(behind));
  });
  const query = 'query ($from: LocalDate!, $to: LocalDate!) { eventCounts(from: $from, to: $to) { topic type count } }';
  const counts = listAt(await api.read(query, { from: inDays(-1), to: inDays(1) }), 'eventCounts');
  return counts
    .filter(({ topic }) => topic !== 'tracking' && topic !== 'admin.commands')
    .map(({ type, count }) => `${type}: ${count}`)
    .sort();
}

describe('entities of others', () => {
  const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }`;
  const service = '{ _service { sdl } }';

  test.each(['/graphql', '/public/graphql'])('cannot be asked for at %s', async (path) => {
    const representations = [{ __typename: 'User', id: given.owner.userId }];
    for (const api of [createApi(server.address + path), createApi(server.address + path, given.admin.accessToken)]) {
      const { data, errors } = await api.ask(entities, { representations });
      expect(data).toBeNull();
      expect(errors.length).toBeGreaterThan(0);
      expect((await api.ask(service)).data).toBeNull();
    }
  });
});
