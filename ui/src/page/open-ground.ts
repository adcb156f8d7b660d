import type { ApolloClient } from '@apollo/client';
import type { TypePolicies } from '@apollo/client/cache';
import { createGraphClient } from '../graph/create-client.ts';
import { createLiveSocket } from '../live/create-socket.ts';
import { onAnotherSession } from '../session/on-another-session.ts';
import { resumeSession } from '../session/resume-session.ts';
import { createBrowserSession, type Session } from '../session/session.ts';
import { createStore, type Store } from '../state/store.ts';
import { createServerClock } from '../time/server-clock.ts';
import type { Ground } from './ground.ts';

/**
 * Forgets what was read whenever the page stops belonging to who read it, in every tab, and draws everything anew. Who has just signed
 * in here is on the way to another page, which draws itself.
 */
function forgetAtAnotherSession(session: Session, client: ApolloClient): Store<number> {
  const readers = createStore(0);
  onAnotherSession(session, () => {
    const isBegunHere = session.get().status === 'signedIn';
    const forgotten = client.clearStore();
    if (!isBegunHere) void forgotten.finally(() => readers.set(readers.get() + 1));
  });
  return readers;
}

/** Opens the ground of an app in this browser. Asks for nothing but the session. */
export function openGround(typePolicies: TypePolicies): Ground {
  const session = createBrowserSession();
  const clock = createServerClock({ fetch: (...request) => fetch(...request), now: () => Date.now() });
  const client = createGraphClient({ session, typePolicies, fetch: clock.fetch });
  const ground = { session, clock, client, socket: createLiveSocket(session) };
  const readers = forgetAtAnotherSession(session, client);
  resumeSession(session);
  return { ...ground, readers };
}
