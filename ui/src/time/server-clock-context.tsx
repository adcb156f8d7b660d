import { createContext, type ReactNode, useContext } from 'react';
import type { ServerClock } from './server-clock.ts';

const ServerClockContext = createContext<ServerClock | undefined>(undefined);

/** Hands the server's time to the pages below. */
export const ServerClockProvider = ({ clock, children }: Readonly<{ clock: ServerClock; children: ReactNode }>) => (
  <ServerClockContext value={clock}>{children}</ServerClockContext>
);

/** The server's time, for what ends when the server says so. */
export function useServerClock(): ServerClock {
  const clock = useContext(ServerClockContext);
  if (clock === undefined) throw new Error('A component asks for the server’s time outside of ServerClockProvider.');
  return clock;
}
