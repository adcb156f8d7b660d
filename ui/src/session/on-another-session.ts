import type { Session } from './session.ts';

/**
 * Calls back whenever this page stops belonging to who used it: somebody has signed out or in, here or in another tab. That the page
 * finds out who had been signed in all along is no such change.
 *
 * @returns what ends it
 */
export function onAnotherSession(session: Pick<Session, 'get' | 'subscribe'>, onChange: () => void): () => void {
  let { status } = session.get();
  return session.subscribe(() => {
    const before = status;
    status = session.get().status;
    if (before !== 'unknown' && before !== status) onChange();
  });
}
