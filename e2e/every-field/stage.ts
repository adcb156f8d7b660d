import { eventually } from '@meridian/demo/eventually';
import { createPublicClient, type Stream } from '@meridian/demo/public-client';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { type Api, at, faultsOf, type Node, textAt } from '../support/api.ts';
import { type Person, signInAs, signUp } from '../support/people.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import { type Operation, operationOf } from './operation.ts';

/** Mutation arguments other than `input`. */
type Input = Readonly<Record<string, unknown>>;

/** Everything that the scenes share: the schema, who plays, and what has been seen so far. */
export type Stage = Readonly<{
  address: string;
  schema: GraphQLSchema;
  coverage: Coverage;
  people: Readonly<Record<'traveler' | 'rival' | 'owner' | 'otherOwner' | 'admin', Person>>;
  /** Runs a mutation as somebody, records the answer, and expects one member of its union. */
  expect(api: Api, field: string, wish: Readonly<{ input?: Input; member: string }>): Promise<Node>;
  /** The same, again and again until a projection has caught up. */
  expectSoon(api: Api, field: string, wish: Readonly<{ input?: Input; member: string }>): Promise<Node>;
  /** Runs a mutation as somebody and records the answer, whichever it is. */
  perform(api: Api, field: string, input?: Input): Promise<Node>;
  /** Asks for a quote of offers and records the answer. */
  quote(api: Api, offers: readonly string[]): Promise<Node>;
  /** Opens a subscription whose messages are recorded. */
  listen(person: Person, field: string, after?: string): Promise<Stream<Node>>;
}>;

/**
 * Signs everybody in and reads the schema as only an admin may.
 *
 * @param seen what was seen before, elsewhere; nothing unless given
 */
export async function openStage(address: string, seen?: Coverage): Promise<Stage> {
  const [traveler, rival, owner, otherOwner, admin] = await Promise.all([
    signUp(address),
    signUp(address),
    signInAs(address, 'owner'),
    signUp(address, 'OWNER'),
    signInAs(address, 'admin'),
  ]);
  const schema = buildClientSchema((await admin.api.read(getIntrospectionQuery())) as unknown as IntrospectionQuery);
  const script = { address, schema, coverage: seen ?? createCoverage(schema) };
  const acts = createActs(script);
  const people = { traveler, rival, owner, otherOwner, admin };
  return { ...script, ...acts, people, listen: createListen(script) };
}

type Script = Pick<Stage, 'address' | 'schema' | 'coverage'>;

function createActs({ schema, coverage }: Script): Pick<Stage, 'perform' | 'expect' | 'expectSoon' | 'quote'> {
  const record = async (api: Api, { document, field }: Operation, variables: Input): Promise<Node> => {
    const answer = await api.ask(document, variables);
    const faults = faultsOf(answer);
    if (faults.length > 0) throw new Error(`${document}\n${JSON.stringify(faults, null, 2)}`);
    coverage.record(answer.data);
    return at(answer.data, field) as Node;
  };
  const perform: Stage['perform'] = (api, field, input) => {
    const operation = operationOf(schema, { root: 'mutation', field, argument: 'input' });
    return record(api, operation, input === undefined ? {} : { input });
  };
  const expect: Stage['expect'] = async (api, field, { input, member }) => {
    const answer = await perform(api, field, input);
    if (answer.__typename === member) return answer;
    throw new Error(`${field} should have answered ${member}: ${JSON.stringify(answer)}`);
  };
  return {
    perform,
    expect,
    expectSoon: (api, field, wish) => eventually(() => expect(api, field, wish)),
    quote: (api, offers) =>
      record(api, operationOf(schema, { root: 'query', field: 'quote', argument: 'offers' }), { offers }),
  };
}

const createListen =
  ({ address, schema, coverage }: Script): Stage['listen'] =>
  async (person, field, after) => {
    const { document } = operationOf(schema, { root: 'subscription', field, argument: 'after' });
    const client = createPublicClient(address, person.accessToken);
    const stream = await client.subscribe<Node>(document, after === undefined ? {} : { after });
    const next = async () => {
      const message = await stream.next();
      coverage.record({ __typename: 'Subscription', ...message });
      return message[field] as Node;
    };
    return { next, close: stream.close };
  };

/** The id of something that an answer shows. */
export const idOf = (node: Node): string => textAt(node, 'id');
