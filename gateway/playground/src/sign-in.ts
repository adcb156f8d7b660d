import signInDocument from './sign-in.graphql?raw';

type SignInAnswer = Readonly<{
  data?: Readonly<{ signIn?: Readonly<{ accessToken?: string; message?: string }> | null }> | null;
  errors?: readonly Readonly<{ message: string }>[];
}>;

export type SignedIn = Readonly<{ ok: true; accessToken: string } | { ok: false; message: string }>;

/** Signs in like any first-party app. The token stays in this page's memory; the refresh token is the edge's. */
export async function signIn(email: string, password: string): Promise<SignedIn> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signInDocument, variables: { email, password } }),
    });
    const { data, errors } = (await response.json()) as SignInAnswer;
    const accessToken = data?.signIn?.accessToken;
    if (accessToken) return { ok: true, accessToken };
    return { ok: false, message: data?.signIn?.message ?? errors?.[0]?.message ?? 'The sign-in was not answered.' };
  } catch {
    return { ok: false, message: 'The server does not answer.' };
  }
}
