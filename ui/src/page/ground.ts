import type { ApolloClient } from '@apollo/client';
import type { LiveSocket } from '../live/create-socket.ts';
import type { Session } from '../session/session.ts';
import type { Store } from '../state/store.ts';
import type { ServerClock } from '../time/server-clock.ts';

/** What all pages of an app stand on. */
export type Ground = Readonly<{
  session: Session;
  clock: ServerClock;
  client: ApolloClient;
  socket: LiveSocket;
  /** Counts who has left this page: what is drawn for one is not shown to the next. */
  readers: Store<number>;
  /** Draws all pages anew, as for another reader: for what they do not follow by themselves. */
  drawAnew: () => void;
}>;
