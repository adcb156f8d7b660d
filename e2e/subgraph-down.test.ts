import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { createCarriedValues } from '../gateway/playground/src/carried-values.ts';
import { continuedFrom, rootFieldOf, withTypenames } from './subgraph-down/documents.ts';
import { expectWithout } from './subgraph-down/expectation.ts';
import { readOwnership } from './subgraph-down/ownership.ts';
import { openWorld, type World } from './subgraph-down/world.ts';
import { type AnswerError, type Api, textAt } from './support/api.ts';
import {
  type ExampleOperation,
  firstPartyOperations,
  playgroundOperations,
  readmeOperations,
  signedInOperations,
} from './support/example-operations.ts';
import { firstMessage } from './support/socket.ts';
import { readSupergraph } from './support/supergraph.ts';

const operations = [
  ...(await playgroundOperations()),
  ...(await signedInOperations()),
  ...(await readmeOperations()),
  ...firstPartyOperations,
];
const queries = operations.filter(({ kind }) => kind === 'query');
const subscriptions = operations.filter(({ kind }) => kind === 'subscription');
const subgraphs = ['analytics', 'bookings', 'deals', 'listings', 'users'];
/** Where the streams of the examples live. */
const streamOwner = 'deals';
const others = subgraphs.filter((name) => name !== streamOwner);

let world: World;
const carried = createCarriedValues(randomUUID);
let knowledge: Readonly<{
  schema: Awaited<ReturnType<typeof readSupergraph>>;
  ownership: Awaited<ReturnType<typeof readOwnership>>;
}>;
beforeAll(async () => {
  knowledge = { schema: await readSupergraph(), ownership: await readOwnership() };
  world = await openWorld();
  // What the quotes of the examples are about: the tab before them has found it.
  const found = operations.find(({ name }) => name === '02-bookable-flights.graphql');
  carried.remember((await world.traveler.api.read(found?.text ?? '')) as unknown);
}, 180_000);
afterEach(() => world.takeDown(undefined));
afterAll(async () => world[Symbol.asyncDispose]());

/** Subscribes at the door that the example is for, and answers the first message. */
const listen = ({ as }: ExampleOperation, query: string) =>
  as === 'anonymous'
    ? firstMessage(`${world.address}/public/graphql`, { query })
    : firstMessage(`${world.address}/graphql`, { query, accessToken: world[as].accessToken });

const apiFor = ({ as }: ExampleOperation): Api => (as === 'anonymous' ? world.anonymous : world[as].api);

/** Each offer is signed anew, with an id of its own. */
const withoutSignatures = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'token' && inner !== null ? 'signed' : inner)));

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
  const ask = async () => {
    const answer = await apiFor(operation).ask(print(document), carried.fill(operation.text, operation.variables));
    return { ...answer, data: withoutSignatures(answer.data) };
  };

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

  /** The first message that is replayed: the same one each time. A foreign cursor is answered with the oldest that is none. */
  const replayedMessage = async () => {
    const stream = rootFieldOf(document);
    const { data } = await listen(
      operation,
      `subscription { ${stream}(after: "lost") { ... on StreamGap { oldest } } }`,
    );
    return listen(operation, print(continuedFrom(document, textAt(data, stream, 'oldest'))));
  };

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
    const { errors } = await listen(operation, operation.text);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });
});
