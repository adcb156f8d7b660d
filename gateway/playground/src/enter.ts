import { createSession, type Session, type Tokens } from './session.ts';
import signInDocument from './sign-in.graphql?raw';
import signUpDocument from './sign-up.graphql?raw';

type Entry = Readonly<{ message?: string } & Partial<Tokens>>;
type Answer = Readonly<{
  data?: Readonly<Record<string, Entry | null>> | null;
  errors?: readonly Readonly<{ message: string }>[];
}>;

/** Somebody is in, or what keeps him out, in words. */
export type Entered = Readonly<{ ok: true; session: Session } | { ok: false; message: string }>;

const tokensOf = (answer: Answer): Tokens | undefined =>
  Object.values(answer.data ?? {}).find((entry): entry is Tokens => typeof entry?.accessToken === 'string');

const messageOf = ({ data, errors }: Answer): string =>
  Object.values(data ?? {})[0]?.message ?? errors?.[0]?.message ?? 'The server did not say why.';

async function post(path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  return response.json();
}

async function renew(): Promise<Tokens | undefined> {
  try {
    return tokensOf(await post('/auth/refresh'));
  } catch {
    // The server does not answer. The request that needs the token will tell.
    return undefined;
  }
}

async function enter(query: string, input: object): Promise<Entered> {
  try {
    const answer = await post('/graphql', { query, variables: { input } });
    const tokens = tokensOf(answer);
    if (!tokens) return { ok: false, message: messageOf(answer) };
    return { ok: true, session: createSession(tokens, { renew, now: Date.now }) };
  } catch {
    return { ok: false, message: 'The server does not answer.' };
  }
}

/** Signs in like any first-party app. */
export const signIn = (input: Readonly<{ email: string; password: string }>): Promise<Entered> =>
  enter(signInDocument, input);

/** Opens a traveler's account and signs it in. */
export const signUp = (input: Readonly<{ email: string; password: string; displayName: string }>): Promise<Entered> =>
  enter(signUpDocument, input);

/** Ends the session behind the cookie. The page forgets its token whatever the server says. */
export async function signOut(): Promise<void> {
  await post('/auth/sign-out').catch(() => undefined);
}
