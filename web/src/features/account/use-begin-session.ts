import { type BegunSession, beginSession } from '@meridian/ui/account/begin-session';
import { useSession } from '@meridian/ui/session/session-context.tsx';

/** Begins the session of who has just signed in or up. The form that they came from goes on to where they wanted to go. */
export function useBeginSession(): (begun: BegunSession) => Promise<void> {
  const session = useSession();
  return async (begun) => beginSession(session, begun);
}
