import type { ApolloClient } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { createGraphClient } from '@meridian/ui/graph/create-client';
import { createLiveSocket, type LiveSocket } from '@meridian/ui/live/create-socket';
import { resumeSession } from '@meridian/ui/session/resume-session';
import { createBrowserSession, type Session } from '@meridian/ui/session/session';
import { createServerClock, type ServerClock } from '@meridian/ui/time/server-clock';
import { createAppRouter } from './router.tsx';

/** What a page stands on, made once when it is opened. */
export type Page = Readonly<{
  session: Session;
  clock: ServerClock;
  client: ApolloClient;
  socket: LiveSocket;
  router: ReturnType<typeof createAppRouter>;
}>;

/** Lists whose further pages are put behind those that are there; each by what was asked. */
const typePolicies = {
  Query: {
    fields: {
      bookings: relayStylePagination(['search', 'states']),
      payments: relayStylePagination(['search', 'states']),
      approvalRequests: relayStylePagination(['openOnly']),
      users: relayStylePagination(['search', 'role']),
      allListings: relayStylePagination(['kind', 'search']),
      myListings: relayStylePagination(['kind', 'search']),
    },
  },
};

/** Opens what all pages share. Asks for nothing but the session. */
export function openPage(): Page {
  const session = createBrowserSession();
  resumeSession(session);
  const clock = createServerClock({ fetch: (...request) => fetch(...request), now: () => Date.now() });
  const client = createGraphClient({ session, typePolicies, fetch: clock.fetch });
  const socket = createLiveSocket(session);
  return { session, clock, client, socket, router: createAppRouter() };
}
