import type { Session } from '@meridian/ui/session/session';
import { forgetAttempts } from './attempt.ts';
import { forgetDraft } from './travelers-draft.ts';

/**
 * What somebody was about to book or pay, and whom they named, is nothing to whoever uses this tab next. A session that ends by itself
 * is no sign-out: whoever signs in again goes on where they were; another account gets nothing of it.
 */
export function forgetAttemptsAtSignOut(session: Session): void {
  const look = () => {
    const state = session.get();
    if (state.status !== 'signedOut' || state.hasExpired) return;
    forgetAttempts();
    forgetDraft();
  };
  session.subscribe(look);
  look();
}
