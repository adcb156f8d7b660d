import { describe, expect, test } from '@jest/globals';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { defaultLimits } from '../src/edge/operation-limits.ts';
import type { ExecutionRequest, Executor } from '../src/executor/executor.ts';
import type { SubgraphTransport } from '../src/transports/subgraph-transport.ts';
import { ask, openShop } from './fixtures/open-shop.ts';
import { openSocket } from './fixtures/open-socket.ts';
import { createRecordingLogger } from './fixtures/recording-logger.ts';

const secret = 'the database password is hunter2';

/** Everything that a fault can be thrown as. None of it is meant for a client. */
const faults: readonly (readonly [name: string, thrown: unknown])[] = [
  ['an error', new TypeError(secret)],
  ['a GraphQL error that nobody gave a code', new GraphQLError(secret)],
  ['a GraphQL error around another one', new GraphQLError(secret, { originalError: new Error(secret) })],
  ['a text', secret],
];

/** The gateway's own executor, broken. */
const failing = (thrown: unknown): Executor => ({
  execute: async () => {
    throw thrown;
  },
});

const masked = {
  message: expect.not.stringContaining('hunter2'),
  extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^req_/) },
};

const openFaultyShop = async (executor: Executor) => {
  const { logger, errors } = createRecordingLogger();
  const shop = await openShop({ deps: { executor, logger } });
  return { ...shop, logged: errors };
};

describe.each(faults)('a fault of the executor, thrown as %s', (_name, thrown) => {
  test('is a masked top-level error over HTTP, and stands in the log under its request id', async () => {
    await using shop = await openFaultyShop(failing(thrown));
    const answer = await ask(shop, '{ whoami }');
    expect([answer.status, answer.data, answer.errors]).toEqual([500, undefined, [masked]]);
    expect(shop.logged).toMatchObject([{ requestId: answer.headers.get('x-request-id') }]);
    expect(String(shop.logged[0]?.error)).toContain(secret);
  });

  test('is the same over a websocket, and the socket goes on', async () => {
    await using shop = await openFaultyShop(failing(thrown));
    await using socket = openSocket(shop);
    for (const run of [1, 2]) {
      const { value } = await socket.subscribe('{ whoami }').next();
      expect(value?.errors).toEqual([masked]);
      expect(shop.logged).toHaveLength(run);
      expect(shop.logged[run - 1]?.requestId).toBe(value?.errors?.[0]?.extensions?.requestId);
    }
  });

  test('costs one event of a subscription; the stream goes on', async () => {
    const { logger, errors } = createRecordingLogger();
    const sound: ExecutionResult = { data: { ticked: { n: 2 } } };
    const executor: Executor = {
      execute: async (_plan, { firstAnswer }: ExecutionRequest) => {
        if (JSON.stringify(firstAnswer).includes('"n":1')) throw thrown;
        return sound;
      },
    };
    await using shop = await openShop({ deps: { executor, logger } });
    await using socket = openSocket(shop);
    const events = socket.subscribe('subscription { ticked { n } }');
    const first = events.next();
    await shop.world.ticks.until(1);
    for (const n of [1, 2]) shop.world.ticks.publish({ n });
    expect((await first).value).toEqual({ data: null, errors: [masked] });
    expect((await events.next()).value).toEqual(sound);
    expect(errors).toHaveLength(1);
  });

  test('ends a subscription that could not be opened with a masked error', async () => {
    const { logger, errors } = createRecordingLogger();
    const issue = () => {
      throw thrown;
    };
    await using shop = await openShop({
      deps: { internalTokens: { issue }, logger },
    });
    await using socket = openSocket(shop);
    await expect(socket.subscribe('subscription { ticked { n } }').next()).rejects.toEqual([masked]);
    expect(errors).toHaveLength(1);
  });
});

test('a fault before anything runs is masked over both, and the socket goes on', async () => {
  const { logger, errors } = createRecordingLogger();
  const limits = {
    ...defaultLimits,
    get depth(): number {
      throw new Error(secret);
    },
  };
  await using shop = await openShop({ options: { limits }, deps: { logger } });
  await using socket = openSocket(shop);
  const answer = await ask(shop, '{ whoami }');
  expect([answer.status, answer.errors]).toEqual([500, [masked]]);
  for (const query of ['{ whoami }', 'subscription { ticked { n } }'])
    await expect(socket.subscribe(query).next()).rejects.toEqual([masked]);
  expect(errors.map(({ error }) => String(error))).toEqual(Array(3).fill(`Error: ${secret}`));
});

/** A subgraph that answers what its schema does not allow. */
const answering = (result: ExecutionResult): SubgraphTransport => ({
  execute: async () => result,
  subscribe: async function* () {
    yield result;
  },
  isReachable: async () => true,
  close: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
});

describe('an answer that does not fit the schema', () => {
  const place = { ...masked, path: ['item', 'twins', 0, 'id'] };

  test('is a masked error at its place over HTTP, and what is wrong stands in the log', async () => {
    const { logger, errors } = createRecordingLogger();
    const transport = answering({ data: { item: { twins: [{ id: null }] } } });
    await using shop = await openShop({ transports: new Map([['catalog', transport]]), deps: { logger } });
    const answer = await ask(shop, '{ item(id: "itm_1") { twins { id } } }');
    expect([answer.status, answer.data, answer.errors]).toEqual([200, { item: null }, [place]]);
    expect(errors).toMatchObject([{ path: place.path, requestId: answer.headers.get('x-request-id') }]);
    expect(String(errors[0]?.error)).toContain('Cannot return null for non-nullable field');
  });

  test('and so it is in the event of a subscription', async () => {
    const { logger, errors } = createRecordingLogger();
    const transport = answering({ data: { ticked: { n: null } } });
    await using shop = await openShop({ transports: new Map([['ticker', transport]]), deps: { logger } });
    await using socket = openSocket(shop);
    const { value } = await socket.subscribe('subscription { ticked { n } }').next();
    expect(value).toEqual({ data: { ticked: null }, errors: [{ ...masked, path: ['ticked', 'n'] }] });
    expect(errors).toHaveLength(1);
  });
});

test('a subgraph that masks nothing does not tell its secrets through us', async () => {
  const extensions = { code: 'INTERNAL_SERVER_ERROR', stacktrace: [secret] };
  const transport = answering({
    data: { whoami: null },
    errors: [new GraphQLError(secret, { path: ['whoami'], extensions })],
  });
  await using shop = await openShop({ transports: new Map([['people', transport]]) });
  expect((await ask(shop, '{ whoami }')).errors).toEqual([{ ...masked, path: ['whoami'] }]);
});
