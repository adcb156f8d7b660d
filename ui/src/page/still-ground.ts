import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { NEVER } from 'rxjs';
import { partialAnswers } from '../graph/create-client.ts';
import type { SessionState } from '../session/session.ts';
import { createStore } from '../state/store.ts';
import type { Ground } from './ground.ts';

/**
 * A ground on which nothing happens, for pages that are drawn without a browser: whether somebody is signed in stays unknown, no
 * request is ever answered.
 */
export function stillGround(): Ground {
  const session = createStore<SessionState>({ status: 'unknown' });
  const never = () => new Promise<never>(() => undefined);
  return {
    session: { ...session, accessToken: never, renew: never, end: never, begin: () => undefined },
    clock: { now: () => 0, fetch: never },
    client: new ApolloClient({
      link: new ApolloLink(() => NEVER),
      cache: new InMemoryCache(),
      defaultOptions: partialAnswers,
    }),
    socket: { client: { subscribe: () => () => undefined }, connection: createStore('idle') },
    readers: createStore(0),
    drawAnew: () => undefined,
  };
}
