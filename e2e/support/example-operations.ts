import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { inDays, route } from './inputs.ts';

const root = resolve(import.meta.dirname, '../..');
const playgroundFolder = join(root, 'gateway/playground/examples');

/** An operation that we show people, and for whom it is. */
export type ExampleOperation = Readonly<{
  name: string;
  text: string;
  kind: 'query' | 'mutation' | 'subscription';
  as: 'anonymous' | 'traveler' | 'admin';
  /** Variables that find something on the small market. */
  variables: Readonly<Record<string, unknown>>;
}>;

/** What the public examples ask for by default lies partly outside the small market. */
const smallMarket: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '02-flights.graphql': { input: { origin: route.origin, destination: route.destination, adults: 1 } },
  '03-stays.graphql': { input: { place: 'LHR' } },
  '04-cars.graphql': { input: { place: 'LHR' } },
};

/** One operation for each file of a folder, in the order of the tabs. */
async function operationsIn(folder: string, as: ExampleOperation['as']): Promise<ExampleOperation[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      return { name: file, text, kind: kindOf(text), as, variables: {} };
    }),
  );
}

/** The tabs of the playground that everybody sees. */
export const playgroundOperations = async (): Promise<ExampleOperation[]> =>
  (await operationsIn(playgroundFolder, 'anonymous')).map((operation) => ({
    ...operation,
    variables: smallMarket[operation.name] ?? {},
  }));

/** The tabs of who is signed in there. What a variable has no default for comes from the answers of the tabs before. */
export const signedInOperations = (): Promise<ExampleOperation[]> =>
  operationsIn(join(playgroundFolder, 'signed-in'), 'traveler');

/** The operations of README.md, as they stand there. */
export async function readmeOperations(): Promise<ExampleOperation[]> {
  const page = await readFile(join(root, 'README.md'), 'utf8');
  return [...page.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => ({
    name: `README: ${getOperationAST(parse(text))?.name?.value}`,
    text,
    kind: kindOf(text),
    as: 'anonymous',
    variables: {},
  }));
}

/** What our own pages ask for: trips, alerts and figures cross all five services. */
export const firstPartyOperations: readonly ExampleOperation[] = [
  {
    name: 'my account',
    kind: 'query',
    as: 'traveler',
    variables: {},
    text: /* GraphQL */ `
      query MyAccount {
        me {
          id
          profile { displayName homeAirport publicProfile { displayName avatarUrl } }
          bookings(first: 3) {
            edges { node {
              reference state total { amount currency }
              items { snapshot { title startsAt } listing { ... on Flight { title priceInsight { verdict } } } }
            } }
          }
          watches(first: 3) { edges { node { state snapshot { title } listing { ... on Flight { title availability { remaining } } } } } }
          alerts(first: 3) { unreadCount edges { node { price { amount } listing { ... on Flight { title } } } } }
        }
      }`,
  },
  {
    name: 'figures',
    kind: 'query',
    as: 'admin',
    variables: { from: inDays(-2), to: inDays(1) },
    text: /* GraphQL */ `
      query Figures($from: LocalDate!, $to: LocalDate!) {
        topListings(by: BOOKINGS, first: 3) {
          bookings
          listing { ... on Flight { title views availability { remaining } owner { displayName } } }
        }
        revenue(groupBy: VENDOR, first: 3) { key net { amount } vendor { displayName } }
        lookToBook(from: $from, to: $to) { bookings }
        bookings(first: 2) { edges { node { reference traveler { email } items { listing { ... on Flight { title } } } } } }
        users(first: 2) { totalCount edges { node { email bookings(first: 1) { totalCount } } } }
      }`,
  },
];

function kindOf(text: string): ExampleOperation['kind'] {
  const operation = getOperationAST(parse(text))?.operation;
  if (operation === undefined) throw new Error(`This is not one operation: ${text}`);
  return operation;
}
