import { createPublicClient, type Stream } from '@meridian/demo/public-client';
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import { type Api, at, faultsOf, type Node, textAt } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';
import { type Person, signInAs, signUp } from '../support/people.ts';
import { type Coverage, createCoverage } from './coverage.ts';
import { selectionOf } from './selection.ts';

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
  /** Opens a subscription whose messages are recorded. */
  listen(person: Person, field: string, after?: string): Promise<Stream<Node>>;
}>;

/** A token limit of the gateway's; selections are made as deep as fits below it. */
const mostTokens = 1900;

/** Signs everybody in and reads the schema as only an admin may. */
export async function openStage(address: string): Promise<Stage> {
  const [traveler, rival, owner, otherOwner, admin] = await Promise.all([
    signUp(address),
    signUp(address),
    signInAs(address, 'owner'),
    signUp(address, 'OWNER'),
    signInAs(address, 'admin'),
  ]);
  const schema = buildClientSchema((await admin.api.read(getIntrospectionQuery())) as unknown as IntrospectionQuery);
  const coverage = createCoverage(schema);
  const perform: Stage['perform'] = async (api, field, input) => {
    const document = rootDocument(schema, 'mutation', field);
    const answer = await api.ask(document, input === undefined ? {} : { input });
    const faults = faultsOf(answer);
    if (faults.length > 0) throw new Error(`${document}\n${JSON.stringify(faults, null, 2)}`);
    coverage.record(answer.data);
    return at(answer.data, field) as Node;
  };
  const expect: Stage['expect'] = async (api, field, { input, member }) => {
    const answer = await perform(api, field, input);
    if (answer.__typename === member) return answer;
    throw new Error(`${field} should have answered ${member}: ${JSON.stringify(answer)}`);
  };
  return {
    address,
    schema,
    coverage,
    people: { traveler, rival, owner, otherOwner, admin },
    perform,
    expect,
    expectSoon: (api, field, wish) => eventually(() => expect(api, field, wish)),
    async listen(person, field, after) {
      const document = rootDocument(schema, 'subscription', field);
      const client = createPublicClient(address, person.accessToken);
      const stream = await client.subscribe<Node>(document, after === undefined ? {} : { after });
      const next = async () => {
        const message = await stream.next();
        coverage.record({ __typename: 'Subscription', ...message });
        return message[field] as Node;
      };
      return { next, close: stream.close };
    },
  };
}

/** An operation that asks for every member of a root field's union with all of its fields. */
function rootDocument(schema: GraphQLSchema, operation: 'mutation' | 'subscription', field: string): string {
  const root = operation === 'mutation' ? schema.getMutationType() : schema.getSubscriptionType();
  const definition = root?.getFields()[field];
  if (!definition) throw new Error(`There is no ${operation} "${field}".`);
  const argument = operation === 'mutation' ? 'input' : 'after';
  const type = definition.args.find(({ name }) => name === argument)?.type;
  // A subscription may select one field only, and `__typename` counts as one.
  const typename = operation === 'mutation' ? '__typename ' : '';
  const head = `${operation} ($${argument}: ${type}) { ${typename}${field}(${argument}: $${argument})`;
  const named = getNamedType(definition.type);
  const members = isUnionType(named) ? named.getTypes() : [named].filter(isObjectType);
  const documentAt = (levels: number) =>
    `${head} { __typename ${members.map((member) => `... on ${member.name} ${selectionOf(member, new Map(), levels)}`).join(' ')} } }`;
  const documents = [3, 2, 1].map(documentAt);
  return documents.find(fits) ?? documentAt(0);
}

function fits(document: string): boolean {
  try {
    parse(document, { maxTokens: mostTokens });
    return true;
  } catch {
    return false;
  }
}

/** The id of something that an answer shows. */
export const idOf = (node: Node): string => textAt(node, 'id');
