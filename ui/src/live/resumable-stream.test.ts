import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type { Client, Sink } from 'graphql-ws';
import { followStream, mostFaults } from './resumable-stream.ts';
import { retryWaitInMs } from './wait-before-retry.ts';

type Data = { number: { cursor: string } | null };
type Subscription = Readonly<{ sink: Sink<{ data?: Data | null }>; after: unknown; isLeft: () => boolean }>;

const document = parse('subscription ($after: Cursor) { number(after: $after) { cursor } }') as TypedDocumentNode<
  Data,
  { after?: string | null }
>;

const refused = (code: string) => [{ message: 'refused', extensions: { code } }];

/** Lets what has been settled have its effect. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A stream over a client that only remembers, and waits that the test ends. */
function follow() {
  const subscriptions: Subscription[] = [];
  const waits: { retries: number; end: () => void }[] = [];
  const seen: (string | undefined)[] = [];
  const ends: unknown[] = [];
  const client = {
    subscribe(payload: { variables?: Record<string, unknown> | null }, sink: Sink<never>) {
      let isLeft = false;
      subscriptions.push({ sink: sink as Subscription['sink'], after: payload.variables?.after, isLeft: () => isLeft });
      return () => {
        isLeft = true;
        // As graphql-ws does: leaving completes.
        sink.complete();
      };
    },
  } as Pick<Client, 'subscribe'>;
  const leave = followStream(
    client,
    {
      document,
      variables: {},
      after: 'start',
      cursorOf: ({ number }) => number?.cursor,
      onMessage: ({ number }) => seen.push(number?.cursor),
      onEnd: (reason) => ends.push(reason),
    },
    (retries) => new Promise((end) => waits.push({ retries, end })),
  );
  const last = () => subscriptions.at(-1) as Subscription;
  return {
    ...{ subscriptions, waits, seen, ends, leave, last },
    say: (cursor: string) => last().sink.next({ data: { number: { cursor } } }),
    async waitOver() {
      waits.at(-1)?.end();
      await settled();
    },
  };
}

test.each(['SUBGRAPH_UNAVAILABLE', 'RESUME_FROM_CURSOR', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'])(
  'after %s it is subscribed again, behind the last message',
  async (code) => {
    const stream = follow();
    stream.say('one');
    stream.last().sink.error(refused(code));
    expect(stream.subscriptions).toHaveLength(1);
    await stream.waitOver();
    expect(stream.subscriptions.map(({ after }) => after)).toEqual(['start', 'one']);
    stream.say('two');
    expect(stream).toMatchObject({ seen: ['one', 'two'], ends: [] });
  },
);

test('after an end that nobody asked for it is subscribed again', async () => {
  const stream = follow();
  stream.last().sink.complete();
  await stream.waitOver();
  expect(stream.subscriptions.map(({ after }) => after)).toEqual(['start', 'start']);
});

test('each loss in a row is waited for longer, until a message comes', async () => {
  const stream = follow();
  for (let loss = 0; loss < 3; loss += 1) {
    stream.last().sink.error(refused('SUBGRAPH_UNAVAILABLE'));
    await stream.waitOver();
  }
  stream.say('one');
  stream.last().sink.error(refused('SUBGRAPH_UNAVAILABLE'));
  expect(stream.waits.map(({ retries }) => retries)).toEqual([0, 1, 2, 0]);
  expect([0, 1, 2, 4, 5, 50].map(retryWaitInMs)).toEqual([500, 1_000, 2_000, 8_000, 15_000, 15_000]);
});

/** Fails so many times in a row, each time as soon as it is subscribed again. */
async function fail(stream: ReturnType<typeof follow>, code: string, times: number) {
  for (let time = 0; time < times; time += 1) {
    stream.last().sink.error(refused(code));
    await stream.waitOver();
  }
}

test('a server that fails every time is given some chances, each after a longer wait, and then the page hears of it', async () => {
  const stream = follow();
  await fail(stream, 'INTERNAL_SERVER_ERROR', mostFaults - 1);
  expect(stream.ends).toEqual([]);
  stream.say('one');
  await fail(stream, 'INTERNAL_SERVER_ERROR', mostFaults - 1);
  // What passes by itself is no fault, however often it comes.
  await fail(stream, 'SUBGRAPH_UNAVAILABLE', mostFaults);
  expect(stream).toMatchObject({ ends: [] });
  await fail(stream, 'INTERNAL_SERVER_ERROR', 1);
  expect(stream.ends).toEqual([refused('INTERNAL_SERVER_ERROR')]);
  expect(stream.subscriptions).toHaveLength(1 + 2 * (mostFaults - 1) + mostFaults);
});

const closed = { code: 4461, reason: 'access token invalid' };
test.each([
  ['what the caller may not have', refused('FORBIDDEN')],
  ['a caller nobody knows', refused('UNAUTHENTICATED')],
  ['a refusal beside what would pass', [...refused('SUBGRAPH_UNAVAILABLE'), ...refused('FORBIDDEN')]],
  ['a connection that is refused', closed],
  ['a fault in the browser', new TypeError('no')],
])('%s ends it, and the page hears of it', async (_name, reason) => {
  const stream = follow();
  stream.last().sink.error(reason);
  await settled();
  expect(stream).toMatchObject({ ends: [reason], waits: [] });
});

test('a refusal that comes as a message, complete behind it, ends it as well', async () => {
  const stream = follow();
  const errors = refused('FORBIDDEN');
  stream.last().sink.next({ data: { number: null }, errors } as never);
  stream.last().sink.complete();
  await settled();
  expect(stream).toMatchObject({ ends: [errors], waits: [] });
});

test('who has left is not subscribed again, neither at once nor after a wait', async () => {
  const leaving = follow();
  leaving.leave();
  await settled();
  expect(leaving).toMatchObject({ waits: [], ends: [] });
  expect(leaving.last().isLeft()).toBe(true);
  const waiting = follow();
  waiting.last().sink.error(refused('SUBGRAPH_UNAVAILABLE'));
  waiting.leave();
  await waiting.waitOver();
  expect(waiting.subscriptions).toHaveLength(1);
});
