import { randomUUID } from 'node:crypto';
import { type Api, createApi, textAt } from './api.ts';

/** Someone who is signed in, or nobody. */
export type Person = Readonly<{
  name: string;
  userId: string;
  email: string;
  password: string;
  accessToken: string;
  api: Api;
}>;

/** The accounts of the demo market, as `npm start` prints them. */
export const demoAccounts = {
  traveler: { email: 'traveler@meridian.example', password: 'sunny-harbour-42' },
  owner: { email: 'owner@meridian.example', password: 'quiet-orchard-42' },
  admin: { email: 'admin@meridian.example', password: 'steady-compass-42' },
} as const;

const session =
  '__typename ... on AuthenticatedSession { accessToken user { id profile { displayName } } } ... on UserError { message }';
const signUpDocument = `mutation ($input: SignUpInput!) { signUp(input: $input) { ${session} } }`;
const signInDocument = `mutation ($input: SignInInput!) { signIn(input: $input) { ${session} } }`;

/** What somebody signs in with. */
export type Credentials = Readonly<{ email: string; password: string }>;

const toPerson = (address: string, credentials: Credentials, answer: unknown): Person => {
  const accessToken = textAt(answer, 'accessToken');
  return {
    ...credentials,
    accessToken,
    name: textAt(answer, 'user', 'profile', 'displayName'),
    userId: textAt(answer, 'user', 'id'),
    api: createApi(`${address}/graphql`, accessToken),
  };
};

/** Opens a new account. @param address the server's root */
export async function signUp(address: string, accountType: 'TRAVELER' | 'OWNER' = 'TRAVELER'): Promise<Person> {
  const credentials = { email: `e2e-${randomUUID()}@meridian.example`, password: randomUUID() };
  const input = { ...credentials, displayName: `Eve ${accountType.toLowerCase()}`, accountType };
  const answer = await createApi(`${address}/graphql`).read(signUpDocument, { input });
  return toPerson(address, credentials, answer.signUp);
}

/** Signs in one of the demo market's people. */
export const signInAs = (address: string, who: keyof typeof demoAccounts): Promise<Person> =>
  signInAgain(address, demoAccounts[who]);

/** Signs in someone who has an account: an access token is good for ten minutes. */
export async function signInAgain(address: string, { email, password }: Credentials): Promise<Person> {
  const credentials = { email, password };
  const answer = await createApi(`${address}/graphql`).read(signInDocument, { input: credentials });
  return toPerson(address, credentials, answer.signIn);
}

/** Which type the answer has when these credentials sign in: `AuthenticatedSession`, or a failure's. */
export async function typeOfSignIn(address: string, { email, password }: Credentials): Promise<string> {
  const answer = await createApi(`${address}/graphql`).read(signInDocument, { input: { email, password } });
  return textAt(answer, 'signIn', '__typename');
}
