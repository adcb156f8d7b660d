/** A token and its end, as the server answers a sign-in. `accessTokenExpiresAt` is an instant, ISO 8601. */
export type Tokens = Readonly<{ accessToken: string; accessTokenExpiresAt: string }>;

/** An access token that renews itself. It stays in this page's memory; the refresh token is the edge's, in a cookie. */
export interface Session {
  /** A token that holds now, or the last one when it cannot be renewed: then the server says so. */
  token(): Promise<string>;
}

type Dependencies = Readonly<{
  /** Trades the cookie for the next token; nothing when there is none to be had. */
  renew: () => Promise<Tokens | undefined>;
  /** Epoch milliseconds. */
  now: () => number;
}>;

/** A token is renewed this long before its end: it has to hold for as long as its request takes. */
const marginInMs = 30_000;

/** A session that goes on for as long as the server lets it. */
export function createSession(first: Tokens, { renew, now }: Dependencies): Session {
  let current = first;
  let renewing: Promise<void> | undefined;
  const takeNext = async () => {
    current = (await renew()) ?? current;
  };
  return {
    async token() {
      if (Date.parse(current.accessTokenExpiresAt) - marginInMs < now()) {
        // Two requests at once must not trade one refresh token twice.
        renewing ??= takeNext().finally(() => {
          renewing = undefined;
        });
        await renewing;
      }
      return current.accessToken;
    },
  };
}

/** A session of a token that came from elsewhere: nobody can renew it. */
export const sessionOf = (accessToken: string): Session => ({ token: async () => accessToken });
