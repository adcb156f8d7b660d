import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

/** The two doors of the gateway. */
export type EndpointName = 'public' | 'firstParty';

const paths: Readonly<Record<EndpointName, string>> = { public: '/public/graphql', firstParty: '/graphql' };

/** Queries and mutations over HTTP, subscriptions over graphql-transport-ws, both on this server. */
export function createFetcher(endpoint: EndpointName, accessToken: string | undefined): Fetcher {
  const url = new URL(paths[endpoint], window.location.href);
  const socketUrl = new URL(url);
  socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const authorization = accessToken ? { authorization: `Bearer ${accessToken}` } : {};
  return createGraphiQLFetcher({
    url: url.href,
    headers: authorization,
    wsClient: createClient({ url: socketUrl.href, connectionParams: authorization, lazy: true }),
  });
}
