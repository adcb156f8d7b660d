import * as documents from './documents.ts';
import { createPublicClient, type PublicClient } from './public-client.ts';

/** Someone who is signed in. */
export type Person = Readonly<{ name: string; userId: string; client: PublicClient }>;

export type Credentials = Readonly<{ email: string; password: string }>;

type SessionAnswer = Readonly<{
  __typename: string;
  accessToken: string;
  message?: string;
  user: Readonly<{ id: string; profile: Readonly<{ displayName: string }> }>;
}>;

/** Opens a new account. @throws Error with the server's sentence when it is refused */
export async function signUp(
  address: string,
  account: Credentials & Readonly<{ displayName: string; accountType?: string }>,
): Promise<Person> {
  const { signUp: answer } = await createPublicClient(address).run<{ signUp: SessionAnswer }>(documents.signUp, {
    input: account,
  });
  return toPerson(address, answer);
}

/** Signs in. @throws Error with the server's sentence when it is refused */
export async function signIn(address: string, credentials: Credentials): Promise<Person> {
  const { signIn: answer } = await createPublicClient(address).run<{ signIn: SessionAnswer }>(documents.signIn, {
    input: credentials,
  });
  return toPerson(address, answer);
}

function toPerson(address: string, answer: SessionAnswer): Person {
  const { accessToken, user } = expectType(answer, 'AuthenticatedSession');
  return { name: user.profile.displayName, userId: user.id, client: createPublicClient(address, accessToken) };
}

/** Narrows a union's member. @throws Error with the failure's sentence when another member came */
export function expectType<Answer extends Readonly<{ __typename: string; message?: string }>>(
  answer: Answer,
  typename: string,
): Answer {
  if (answer.__typename !== typename) throw new Error(`${answer.__typename}: ${answer.message ?? 'no message'}`);
  return answer;
}
