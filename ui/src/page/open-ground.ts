import type { TypePolicies } from '@apollo/client/cache';
import { createGraphClient } from '../graph/create-client.ts';
import { createLiveSocket } from '../live/create-socket.ts';
import { onAnotherSession } from '../session/on-another-session.ts';
import { resumeSession } from '../session/resume-session.ts';
import { createBrowserSession } from '../session/session.ts';
import { createStore } from '../state/store.ts';
import { createServerClock } from '../time/server-clock.ts';
import type { Ground } from './ground.ts';
import { keepReading } from './keep-reading.ts';

/**
 * Forgets what was read whenever the page stops belonging to who read it, in every tab, and draws everything anew. Who has just signed
 * in here is on the way to another page, which draws itself.
 */
function forgetAtAnotherSession({ session, client, drawAnew }: Pick<Ground, 'session' | 'client' | 'drawAnew'>): void {
  onAnotherSession(session, () => {
    const isBegunHere = session.get().status === 'signedIn';
    const forgotten = client.clearStore();
    if (!isBegunHere) void forgotten.finally(drawAnew);
  });
}

/** Opens the ground of an app in this browser. Asks for nothing but the session. */
export function openGround(typePolicies: TypePolicies): Ground {
  const session = createBrowserSession();
  const clock = createServerClock({ fetch: (...request) => fetch(...request), now: () => Date.now() });
  const client = createGraphClient({ session, typePolicies, fetch: clock.fetch });
  const readers = createStore(0);
  const drawAnew = () => readers.set(readers.get() + 1);
  keepReading({ session, storage: localStorage });
  forgetAtAnotherSession({ session, client, drawAnew });
  resumeSession(session);
  return { session, clock, client, socket: createLiveSocket(session), readers, drawAnew };
}
