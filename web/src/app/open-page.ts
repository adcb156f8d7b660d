import type { ApolloClient } from '@apollo/client';
import type { TypePolicies } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';
import { createGraphClient } from '@meridian/ui/graph/create-client';
import { createLiveSocket, type LiveSocket } from '@meridian/ui/live/create-socket';
import { resumeSession } from '@meridian/ui/session/resume-session';
import { createBrowserSession, type Session } from '@meridian/ui/session/session';
import { createServerClock, type ServerClock } from '@meridian/ui/time/server-clock';
import { forgetAttempts } from '../features/booking/attempt.ts';
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
      searchFlights: relayStylePagination(['input', 'sort']),
      searchStays: relayStylePagination(['input', 'sort']),
      searchCars: relayStylePagination(['input', 'sort']),
      deals: relayStylePagination(['filter', 'sort']),
      // A place that a search has told of is not asked for again by the form.
      place: (_known, { args, toReference }) => toReference({ __typename: 'Place', id: args?.id }),
    },
  },
  // What a slot or a fare is called is the same in two listings: these belong to their owner and have no identity of their own.
  SlotAvailability: { keyFields: false },
  Segment: { keyFields: false },
} satisfies TypePolicies;

/** What somebody was about to book or pay is nothing to whoever uses this tab next. */
function forgetAttemptsAtSignOut(session: Session): void {
  const look = () => {
    if (session.get().status === 'signedOut') forgetAttempts();
  };
  session.subscribe(look);
  look();
}

/** Opens what all pages share. Asks for nothing but the session. */
export function openPage(): Page {
  const session = createBrowserSession();
  forgetAttemptsAtSignOut(session);
  resumeSession(session);
  const clock = createServerClock({ fetch: (...request) => fetch(...request), now: () => Date.now() });
  const client = createGraphClient({ session, typePolicies, fetch: clock.fetch });
  const socket = createLiveSocket(session);
  return { session, clock, client, socket, router: createAppRouter({ session, client }) };
}
