import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import type { CarriedValues } from './carried-values.ts';
import type { Session } from './session.ts';

/** The two doors of the gateway: the contract for everybody, and the whole graph for who is signed in. */
export type EndpointName = 'public' | 'signedIn';

const paths: Readonly<Record<EndpointName, string>> = { public: '/public/graphql', signedIn: '/graphql' };

type Authorization = Readonly<{ authorization?: string }>;

const authorizationOf = async (session: Session | undefined): Promise<Authorization> =>
  session ? { authorization: `Bearer ${await session.token()}` } : {};

/** The token is asked for at each request: it may have been renewed since the last one. */
const authorizedFetch =
  (session: Session | undefined): typeof fetch =>
  async (input, init) =>
    fetch(input, { ...init, headers: { ...init?.headers, ...(await authorizationOf(session)) } });

/** Queries and mutations over HTTP, subscriptions over graphql-transport-ws, both on this server. */
export function createFetcher(endpoint: EndpointName, session: Session | undefined): Fetcher {
  const url = new URL(paths[endpoint], window.location.href);
  const socketUrl = new URL(url);
  socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return createGraphiQLFetcher({
    url: url.href,
    fetch: authorizedFetch(session),
    // The gateway answers in one piece; without this GraphiQL would read each answer as a stream of parts.
    enableIncrementalDelivery: false,
    wsClient: createClient({ url: socketUrl.href, connectionParams: () => authorizationOf(session), lazy: true }),
  });
}

/** Lets the examples hand values on to each other. */
export const carrying =
  (fetcher: Fetcher, carried: CarriedValues): Fetcher =>
  async (request, options) => {
    const variables = carried.fill(request.query, request.variables ?? {});
    const answer = await fetcher({ ...request, variables }, options);
    if ('data' in answer) carried.remember(answer.data);
    return answer;
  };
