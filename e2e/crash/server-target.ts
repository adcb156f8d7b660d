import { startServer } from '../support/running-server.ts';
import { documents } from './documents.ts';
import { inputOf, toAnswer, tokenOf } from './steps.ts';
import type { Errand, Target } from './target.ts';

const password = 'a long enough password';
const session = '__typename ... on AuthenticatedSession { accessToken user { id } }';
const signUp = `mutation ($input: SignUpInput!) { answer: signUp(input: $input) { ${session} } }`;
const signIn = `mutation ($input: SignInInput!) { answer: signIn(input: $input) { ${session} } }`;
const anyRoute = '{ routes(first: 1) { edges { node { origin { code } } } } }';
const search = `query ($origin: ID!) { searchFlights(input: { origin: $origin }, first: 12) { edges { offer { token } } } }`;

type Session = Readonly<{ __typename: string; accessToken?: string; user?: { id: string } }>;
type Found = Readonly<{ searchFlights: { edges: readonly { offer: { token: string } | null }[] } | null }>;

type Routes = Readonly<{ routes: { edges: readonly { node: { origin: { code: string } } }[] } | null }>;

async function post<Data>(address: string, body: object, accessToken?: string): Promise<Data> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (accessToken !== undefined) headers.authorization = `Bearer ${accessToken}`;
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as { data?: Data | null; errors?: unknown };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Signs up, or in where an answer to the sign-up was lost. */
async function openSession(address: string, number: number): Promise<Session> {
  const email = `crash${number}@example.org`;
  const input = { email, password, displayName: `Client ${number}` };
  const { answer } = await post<{ answer: Session }>(address, { query: signUp, variables: { input } });
  if (answer.accessToken !== undefined) return answer;
  const again = await post<{ answer: Session }>(address, { query: signIn, variables: { input: { email, password } } });
  if (again.answer.accessToken === undefined) throw new Error(`client ${number} cannot sign in`);
  return again.answer;
}

async function findOffer(address: string, number: number, accessToken: string | undefined): Promise<string> {
  const { routes } = await post<Routes>(address, { query: anyRoute });
  const variables = { origin: routes?.edges[0]?.node.origin.code };
  const { searchFlights } = await post<Found>(address, { query: search, variables }, accessToken);
  const offers = (searchFlights?.edges ?? []).flatMap(({ offer }) => (offer ? [offer.token] : []));
  const token = offers[number % Math.max(1, offers.length)];
  if (token === undefined) throw new Error('nothing can be booked');
  return token;
}

/** A traveler from outside: an account, a search, an offer, a booking. */
function createErrand(number: number): Errand {
  let user: string | undefined;
  let signedIn: Session | undefined;
  let offer: string | undefined;
  return {
    get user() {
      return user;
    },
    async send(address, step, before) {
      signedIn ??= await openSession(address, number);
      user = signedIn.user?.id;
      offer ??= await findOffer(address, number, signedIn.accessToken);
      const variables = { input: inputOf(step, before, { offer, token: tokenOf(number) }) };
      const query = documents[step.action];
      const { answer } = await post<{ answer: unknown }>(address, { query, variables }, signedIn.accessToken);
      if (!answer) throw new Error('no answer');
      return toAnswer(answer);
    },
  };
}

/** The whole server as `npm start` runs it, through its public addresses alone. */
export const createServerTarget = (data: string): Target => ({
  start: () => startServer({ data, market: 'small' }),
  prepare: async () => {},
  errand: async (number) => createErrand(number),
});
