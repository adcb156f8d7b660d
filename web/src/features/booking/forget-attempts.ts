import type { Session } from '@meridian/ui/session/session';
import { forgetAttempts } from './attempt.ts';

/** What somebody was about to book or pay is nothing to whoever uses this tab next. */
export function forgetAttemptsAtSignOut(session: Session): void {
  const look = () => {
    if (session.get().status === 'signedOut') forgetAttempts();
  };
  session.subscribe(look);
  look();
}
