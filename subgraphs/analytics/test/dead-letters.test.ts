import { expect, test } from '@jest/globals';
import { anonymous } from '@meridian/platform/identity/principal';
import { readTopic } from '@meridian/platform/testkit/log-events';
import { eventOf } from './events.ts';
import { type AnalyticsService, admin, asUser, openAnalyticsService } from './harness.ts';

const fields = 'id topic partition offset group eventId eventType failedAt cause attempts awaitsReplay event';
const listDocument = `query ($topic: String, $first: Int, $after: Cursor) { deadLetters(topic: $topic, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { ${fields} } } } }`;
const showDocument = `query ($id: ID!) { deadLetter(id: $id) { ${fields} } }`;
const replayDocument = `mutation ($input: ReplayDeadLetterInput!) { replayDeadLetter(input: $input) { __typename
  ... on DeadLetter { ${fields} } ... on UserError { code path retryable } ... on NotFound { id } } }`;

/** A confirmation without its booking, which this service cannot take. */
const poison = (number: number) =>
  eventOf({
    id: `evt_poison_${number}`,
    type: 'booking.confirmed',
    time: '2027-01-31T23:00:00.000Z',
    subject: 'bkg_poison',
    data: { number },
  });

type Page = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { id: string; eventId: string } }[];
};

async function list(service: AnalyticsService, variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await service.ask({ query: listDocument, variables, as: admin });
  expect(errors).toBeUndefined();
  return data?.deadLetters as Page;
}

const eventsOf = ({ edges }: Page) => edges.map(({ node }) => node.eventId);

async function replay(service: AnalyticsService, id: string) {
  const { data, errors } = await service.ask({ query: replayDocument, variables: { input: { id } }, as: admin });
  expect(errors).toBeUndefined();
  return data?.replayDeadLetter;
}

/** A service that has given up events one to three, a minute apart, and a text that is no event. */
async function openWithLetters() {
  const service = await openAnalyticsService();
  for (const number of [1, 2, 3]) {
    await service.append('bookings', [poison(number)]);
    await service.caughtUp();
    service.clock.advance(60_000);
  }
  await service.log.append([{ topic: 'users', key: 'nobody', eventId: 'evt_text', value: 'no event' }]);
  await service.caughtUp();
  return service;
}

test('what was given up is listed whole, the newest first, page by page and by topic', async () => {
  await using service = await openWithLetters();
  const all = await list(service);
  expect(all).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  expect(eventsOf(all)).toEqual(['evt_text', 'evt_poison_3', 'evt_poison_2', 'evt_poison_1']);
  expect(all.edges[0]?.node).toMatchObject({ topic: 'users', eventType: null, event: 'no event' });
  expect(all.edges[3]?.node).toMatchObject({
    id: 'bookings.dlq/0@0',
    topic: 'bookings',
    offset: 0,
    group: 'analytics',
    eventType: 'booking.confirmed',
    failedAt: '2027-03-01T09:00:00.000Z',
    cause: expect.stringMatching(/^It does not fit its schema\. bookingId: Invalid input: expected string/),
    attempts: 1,
    awaitsReplay: true,
    event: poison(1),
  });
  const first = await list(service, { topic: 'bookings', first: 2 });
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = await list(service, { topic: 'bookings', first: 2, after: first.pageInfo.endCursor });
  expect([...eventsOf(first), ...eventsOf(rest)]).toEqual(['evt_poison_3', 'evt_poison_2', 'evt_poison_1']);
  expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(await list(service, { topic: 'nothing' })).toMatchObject({ totalCount: 0, edges: [] });
});

test('one is put back once, and who did it is told; the event fails again and is a letter anew', async () => {
  await using service = await openWithLetters();
  const id = 'bookings.dlq/0@0';
  expect(await replay(service, id)).toMatchObject({ __typename: 'DeadLetter', id, awaitsReplay: false });
  expect(await replay(service, id)).toEqual({
    __typename: 'AlreadyReplayed',
    code: 'ALREADY_REPLAYED',
    path: ['input', 'id'],
    retryable: false,
  });
  await service.caughtUp();
  expect(eventsOf(await list(service, { topic: 'bookings' }))).toEqual([
    'evt_poison_1',
    'evt_poison_3',
    'evt_poison_2',
  ]);
  const { data } = await service.ask({ query: showDocument, variables: { id }, as: admin });
  expect(data?.deadLetter).toMatchObject({ eventId: 'evt_poison_1', awaitsReplay: false });
  const commands = await readTopic(service.log, 'admin.commands');
  expect(commands.map((event) => event.data)).toEqual(
    ['DONE', 'REFUSED'].map((outcome) => ({
      actorId: 'usr_someone',
      command: 'replayDeadLetter',
      subject: id,
      outcome,
    })),
  );
});

test('what is nowhere is not found', async () => {
  await using service = await openWithLetters();
  for (const id of ['bookings.dlq/0@99', 'hotels.dlq/0@0', 'bookings/0@0', 'bookings.dlq/9@0', 'nonsense', '']) {
    expect(await replay(service, id)).toMatchObject({ __typename: 'NotFound', id, path: ['input', 'id'] });
    const { data, errors } = await service.ask({ query: showDocument, variables: { id }, as: admin });
    expect([data?.deadLetter, errors]).toEqual([null, undefined]);
  }
});

test('a page of 0 and the cursor of another topic are refused in words', async () => {
  await using service = await openWithLetters();
  const { pageInfo } = await list(service, { topic: 'bookings', first: 1 });
  for (const variables of [{ first: 0 }, { first: 101 }, { topic: 'users', after: pageInfo.endCursor }]) {
    const { errors } = await service.ask({ query: listDocument, variables, as: admin });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  }
});

test('a stranger, a traveler and everybody else without the scope see nothing and put nothing back', async () => {
  await using service = await openWithLetters();
  const id = 'bookings.dlq/0@0';
  for (const as of [anonymous, asUser(['TRAVELER']), asUser(['OWNER', 'SUPPORT', 'ANALYST'])]) {
    for (const asked of [
      { query: listDocument },
      { query: showDocument, variables: { id } },
      { query: replayDocument, variables: { input: { id } } },
    ]) {
      const { data, errors } = await service.ask({ ...asked, as });
      expect(Object.values(data ?? {})).toEqual([null]);
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    }
  }
  expect(await list(service)).toMatchObject({ totalCount: 4 });
  expect(await readTopic(service.log, 'admin.commands')).toEqual([]);
});

test('what another tool has written among the letters is listed as what it is, and cannot be put back', async () => {
  await using service = await openWithLetters();
  await service.log.append([{ topic: 'bookings.dlq', key: 'key', eventId: 'evt_foreign', value: 'moved by hand' }]);
  const page = await list(service, { topic: 'bookings' });
  const id = 'bookings.dlq/0@3';
  expect(page).toMatchObject({ totalCount: 4 });
  expect(page.edges[0]?.node).toMatchObject({
    id,
    topic: 'bookings.dlq',
    group: null,
    cause: 'It is no dead letter: another tool has written it here. It is no JSON.',
    attempts: null,
    awaitsReplay: false,
    event: 'moved by hand',
  });
  expect(await replay(service, id)).toMatchObject({ __typename: 'NotFound', id });
});
