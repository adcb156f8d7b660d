import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { continuedFrom, withTypenames } from './subgraph-down/documents.ts';
import { expectWithout } from './subgraph-down/expectation.ts';
import { readOwnership } from './subgraph-down/ownership.ts';
import { openWorld, type World } from './subgraph-down/world.ts';
import { type AnswerError, type Api, textAt } from './support/api.ts';
import {
  type ExampleOperation,
  firstPartyOperations,
  playgroundOperations,
  readmeOperations,
} from './support/example-operations.ts';
import { firstMessage } from './support/socket.ts';
import { readSupergraph } from './support/supergraph.ts';

const operations = [...(await playgroundOperations()), ...(await readmeOperations()), ...firstPartyOperations];
const queries = operations.filter(({ kind }) => kind === 'query');
const subscriptions = operations.filter(({ kind }) => kind === 'subscription');
const subgraphs = ['analytics', 'bookings', 'deals', 'listings', 'users'];
/** Where the streams of the examples live. */
const streamOwner = 'deals';
const others = subgraphs.filter((name) => name !== streamOwner);

let world: World;
let oldest: string;
let knowledge: Readonly<{
  schema: Awaited<ReturnType<typeof readSupergraph>>;
  ownership: Awaited<ReturnType<typeof readOwnership>>;
}>;
beforeAll(async () => {
  knowledge = { schema: await readSupergraph(), ownership: await readOwnership() };
  world = await openWorld();
  oldest = await oldestCursor();
}, 180_000);
afterEach(() => world.takeDown(undefined));
afterAll(async () => world[Symbol.asyncDispose]());

/** A cursor that is not one of ours is answered with the oldest that is. */
async function oldestCursor(): Promise<string> {
  const query = 'subscription { dealAlert(after: "lost") { ... on StreamGap { oldest } } }';
  const { data } = await firstMessage(`${world.address}/public/graphql`, { query });
  return textAt(data, 'dealAlert', 'oldest');
}

const apiFor = ({ as }: ExampleOperation): Api => (as === 'anonymous' ? world.anonymous : world[as].api);

/**
 * Whether an error stands where a lost subgraph has left a null: at the null, below it where the schema does not allow one, or
 * at the object that was to be completed there.
 */
const explains = (errors: readonly AnswerError[], lost: readonly (string | number)[]) =>
  errors.some(({ path = [] }) => path.slice(0, lost.length).every((key, index) => lost[index] === key));

function expectOutage(errors: readonly AnswerError[], down: string): void {
  for (const { path, extensions } of errors) {
    expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: down });
    expect(path?.length).toBeGreaterThan(0);
  }
}

describe.each(queries.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  const document = withTypenames(operation.text);
  const ask = () => apiFor(operation).ask(print(document), operation.variables);

  test('knows all five subgraphs', () => expect([...world.subgraphs].sort()).toEqual(subgraphs));

  test('answers something of everything when all are up', async () => {
    const { data, errors } = await ask();
    expect(errors).toEqual([]);
    expect(JSON.stringify(data).length).toBeGreaterThan(200);
    if (operation.as === 'anonymous')
      expect(JSON.stringify(data)).not.toMatch(/"(airports|places)":\[\]|"totalCount":0/);
  });

  test.each(subgraphs)('without %s keeps what the others answer', async (down) => {
    const complete = await ask();
    world.takeDown(down);
    const { data, errors } = await ask();
    const expected = expectWithout(down, complete.data, { ...knowledge, document });
    expect(data).toEqual(expected.data);
    expectOutage(errors, down);
    expect(errors.length > 0).toBe(expected.lost.length > 0);
    for (const lost of expected.lost) expect(explains(errors, lost) ? 'explained' : lost).toBe('explained');
  });
});

describe.each(subscriptions.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  const document = withTypenames(operation.text);
  const publicUrl = () => `${world.address}/public/graphql`;

  /** The first message that is replayed behind a cursor: the same one each time. */
  const replayedMessage = () => firstMessage(publicUrl(), { query: print(continuedFrom(document, oldest)) });

  test.each(others)('without %s each event keeps what the others answer', async (down) => {
    const complete = await replayedMessage();
    expect(complete.errors).toEqual([]);
    world.takeDown(down);
    const { data, errors } = await replayedMessage();
    const expected = expectWithout(down, complete.data, { ...knowledge, document });
    expect(data).toEqual(expected.data);
    expectOutage(errors, down);
    expect(errors.length > 0).toBe(expected.lost.length > 0);
  });

  test(`without ${streamOwner}, where the stream lives, says so at once`, async () => {
    world.takeDown(streamOwner);
    const { errors } = await firstMessage(publicUrl(), { query: operation.text });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });
});
