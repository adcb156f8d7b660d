import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import type { TypePolicies } from '@apollo/client/cache';
import { SetContextLink } from '@apollo/client/link/context';
import { possibleTypes } from '../generated/possible-types.ts';
import type { Session } from '../session/session.ts';
import { createRenewalLink } from './renewal-link.ts';

/**
 * How an operation wants its caller to be known, in its `context`: `required` waits for the session; `optional`, the default, takes
 * a token that is at hand and waits for none, so that public content comes with the first round trip.
 */
type Identity = Readonly<{ identity?: 'required' | 'optional' }>;

const createAuthorizationLink = (session: Session): ApolloLink =>
  new SetContextLink(async ({ headers, ...context }) => {
    const state = session.get();
    const isWaiting = context.identity === 'required';
    const token = isWaiting ? await session.accessToken() : state.status === 'signedIn' ? state.accessToken : undefined;
    return token === undefined ? { headers } : { headers: { ...headers, authorization: `Bearer ${token}` } };
  });

/** An answer of which a part has failed is shown as far as it goes. */
export const partialAnswers = { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } } as const;

/**
 * Asking anew puts the answer to what is known, as asking does: by default Apollo would hide from the policies what is known, and a
 * list would lose its rows when an operation that does not ask for them is refetched, or fails.
 */
const defaultOptions = {
  ...partialAnswers,
  watchQuery: { ...partialAnswers.watchQuery, refetchWritePolicy: 'merge' },
} as const;

type GraphOptions = Readonly<{
  session: Session;
  typePolicies?: TypePolicies;
  /** Brings each operation to the server; the browser's own unless given. */
  fetch?: typeof fetch;
}>;

/** Two operations may ask for different parts of what has no identity of its own: the parts are kept together. */
const sharedPolicies: TypePolicies = { Profile: { merge: true }, PriceInsight: { merge: true } };

/** The graph as pages ask it: one address of this origin, with the session's token, and once more when the token has just ended. */
export function createGraphClient({ session, typePolicies = {}, fetch }: GraphOptions): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      createRenewalLink(session),
      createAuthorizationLink(session),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch }),
    ]),
    cache: new InMemoryCache({ possibleTypes, typePolicies: { ...sharedPolicies, ...typePolicies } }),
    defaultOptions,
  });
}

declare module '@apollo/client' {
  interface DefaultContext extends Identity {}
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
    }
  }
}
