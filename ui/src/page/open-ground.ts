import type { TypePolicies } from '@apollo/client/cache';
import { createGraphClient } from '../graph/create-client.ts';
import { createLiveSocket } from '../live/create-socket.ts';
import { resumeSession } from '../session/resume-session.ts';
import { createBrowserSession } from '../session/session.ts';
import { createServerClock } from '../time/server-clock.ts';
import type { Ground } from './ground.ts';

/** Opens the ground of an app in this browser. Asks for nothing but the session. */
export function openGround(typePolicies: TypePolicies): Ground {
  const session = createBrowserSession();
  resumeSession(session);
  const clock = createServerClock({ fetch: (...request) => fetch(...request), now: () => Date.now() });
  const client = createGraphClient({ session, typePolicies, fetch: clock.fetch });
  return { session, clock, client, socket: createLiveSocket(session) };
}
