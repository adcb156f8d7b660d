import type { ApolloClient } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { createGraphClient } from '@meridian/ui/graph/create-client';
import { createSession } from '@meridian/ui/session/session';
import { CountOpenRequestsDocument, RequestsDocument } from '../generated/features/requests/requests.ts';
import { typePolicies } from './type-policies.ts';

const strangersSession = () =>
  createSession({
    fetch,
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    alone: (work) => work(),
    channel: { postMessage: () => undefined, addEventListener: () => undefined },
    now: () => 0,
  });

/** The portal's client on a graph that gives these answers, in order. */
function clientOn(...answers: readonly object[]): ApolloClient {
  const queue = [...answers];
  return createGraphClient({
    session: strangersSession(),
    typePolicies,
    fetch: async () => Response.json(queue.shift()),
  });
}

const requestWith = (id: string) => ({
  __typename: 'ApprovalRequest',
  id,
  state: 'PENDING',
  createdAt: '2026-05-01T00:00:00Z',
  answerBy: '2026-05-02T00:00:00Z',
  answeredAt: null,
  bookingReference: id,
  bookingState: 'REQUESTED',
  total: { __typename: 'Money', amount: '10.00', currency: 'USD' },
  items: [],
});

const connection = (fields: object) => ({
  data: { approvalRequests: { __typename: 'ApprovalRequestConnection', ...fields } },
});
const countOf = (totalCount: number) => connection({ totalCount });
const listOf = (ids: readonly string[], hasNextPage = false) =>
  connection({
    totalCount: ids.length,
    pageInfo: { __typename: 'PageInfo', endCursor: ids.at(-1) ?? null, hasNextPage },
    edges: ids.map((id) => ({ __typename: 'ApprovalRequestEdge', node: requestWith(id) })),
  });
const failed = { data: { approvalRequests: null }, errors: [{ message: 'bookings: ECONNREFUSED' }] };

const query = { query: RequestsDocument, variables: { openOnly: true } } as const;
const askForList = (client: ApolloClient, after?: string) =>
  client.query({ ...query, variables: { ...query.variables, after }, fetchPolicy: 'network-only' });
const askForCount = (client: ApolloClient) =>
  client.query({ query: CountOpenRequestsDocument, fetchPolicy: 'network-only' });

/** How many requests there are and which are known; nothing as long as nobody has asked which. */
function known(client: ApolloClient) {
  const { approvalRequests } = client.readQuery(query) ?? {};
  return approvalRequests && [approvalRequests.totalCount, ...approvalRequests.edges.map(({ node }) => node.id)];
}

test('a list keeps its rows when they are counted', async () => {
  const client = clientOn(listOf(['one', 'two']), countOf(3));
  await askForList(client);
  await askForCount(client);
  expect(known(client)).toEqual([3, 'one', 'two']);
});

test('a list keeps its rows when the menu counts anew, as it does after each answer of the owner', async () => {
  const client = clientOn(listOf(['one', 'two']), countOf(1));
  await askForList(client);
  await client.watchQuery({ query: CountOpenRequestsDocument }).refetch();
  expect(known(client)).toEqual([1, 'one', 'two']);
});

test('a list of which the count alone is known is not taken for an empty one', async () => {
  const client = clientOn(countOf(2), listOf(['one', 'two']));
  await askForCount(client);
  expect(known(client)).toBeUndefined();
  await askForList(client);
  expect(known(client)).toEqual([2, 'one', 'two']);
});

test('a list that could not be read is not taken for an empty one, however often it is counted', async () => {
  const client = clientOn(failed, countOf(2));
  await askForList(client);
  expect(known(client)).toBeUndefined();
  await askForCount(client);
  expect(known(client)).toBeUndefined();
});

test('a list keeps its rows when they cannot be read anew', async () => {
  const client = clientOn(listOf(['one']), failed);
  await askForList(client);
  await client.watchQuery(query).refetch();
  expect(known(client)).toEqual([1, 'one']);
});

test('a further page comes behind the rows, and reading anew begins at the first', async () => {
  const client = clientOn(listOf(['one'], true), listOf(['two'], true), listOf(['three']), listOf(['four']));
  await askForList(client);
  await askForList(client, 'one');
  await askForList(client, 'two');
  expect(known(client)).toEqual([1, 'one', 'two', 'three']);
  await client.watchQuery(query).refetch();
  expect(known(client)).toEqual([1, 'four']);
});
