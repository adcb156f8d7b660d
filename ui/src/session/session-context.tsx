import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from '../state/use-store.ts';
import type { Session, SessionState } from './session.ts';

const SessionContext = createContext<Session | undefined>(undefined);

/** Hands the session to the pages below. */
export const SessionProvider = ({ session, children }: Readonly<{ session: Session; children: ReactNode }>) => (
  <SessionContext value={session}>{children}</SessionContext>
);

/** The session of this page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('A component asks for the session outside of SessionProvider.');
  return session;
}

/** The session's state; the component follows its changes. */
export function useSessionState(): SessionState {
  return useStore(useSession());
}
