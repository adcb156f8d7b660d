import { expect, jest, test } from '@jest/globals';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { createSessionRunner } from '../src/edge/session-runner.ts';
import type { Call } from '../src/executor/call.ts';
import type { OperationRequest, Operations } from '../src/operations.ts';

const schema = buildSchema(`
  type Query { a: Int }
  type Mutation { signIn: Session rename: String }
  type Session { token: String endsAt: String }
`);
const carrier = { type: 'Session', tokenField: 'token', expiresAtField: 'endsAt' };
const call = {} as Call;

/** Operations that remember what they were asked, and how often their schema is looked at. */
function openRunner(answer: Awaited<ReturnType<Operations['run']>> = { data: {} }) {
  const asked: OperationRequest[] = [];
  const operations = {
    supergraph: { views: { internal: { schema } } },
    run: async (request: OperationRequest) => {
      asked.push(request);
      return answer;
    },
  } as unknown as Operations;
  const session = { carrier, refreshDocument: '', signOutDocument: '' };
  const looksAtSchema = jest.spyOn(schema, 'getType');
  return { ...createSessionRunner(operations, { session, ids: createSequentialIds() }), asked, looksAtSchema };
}

const requestOf = (text: string, view: OperationRequest['view'] = 'firstParty') =>
  ({ view, document: parse(text), variables: {} }) satisfies OperationRequest;

test.each([
  ['can begin a session', 'mutation { signIn { __typename } }', 'internal'],
  ['cannot', 'mutation { rename }', 'firstParty'],
])('what becomes of a mutation that %s is found out once', async (_name, text, view) => {
  const { run, asked, looksAtSchema } = openRunner();
  const request = requestOf(text);
  looksAtSchema.mockClear();
  await run(request, call);
  const looks = looksAtSchema.mock.calls.length;
  expect(looks).toBeGreaterThan(0);
  await run(request, call);
  expect(looksAtSchema.mock.calls).toHaveLength(looks);
  expect(asked.map((each) => each.view)).toEqual([view, view]);
  expect(asked[1]?.document).toBe(asked[0]?.document);
});

test('a query, and whatever comes by the public contract, runs as it is', async () => {
  const { run, asked } = openRunner();
  const requests = [requestOf('{ a }'), requestOf('mutation { signIn { __typename } }', 'public')];
  for (const request of requests) await run(request, call);
  expect(asked).toEqual(requests);
});

test('a mishap in what the edge asks for is told at the session itself', async () => {
  const own = 'edge_0000000000000000000002';
  const error = new GraphQLError('Sorry.', { path: ['signIn', own], extensions: { code: 'SORRY' } });
  const { run } = openRunner({ data: { signIn: null }, errors: [error] });
  const { result, session } = await run(requestOf('mutation { signIn { __typename } }'), call);
  expect(session).toBeUndefined();
  expect(result.errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))).toEqual([
    { message: 'Sorry.', path: ['signIn'], extensions: { code: 'SORRY' } },
  ]);
});
