import type { Session } from './session.ts';

const pauseInMs = 3_000;

/**
 * Finds out who is signed in, as long as that is not known: when the page opens, and when another tab has signed in. While the server
 * does not answer it asks again after a pause.
 */
export function resumeSession(session: Session): void {
  const ask = () => {
    if (session.get().status !== 'unknown') return;
    session.accessToken().catch(() => setTimeout(ask, pauseInMs));
  };
  session.subscribe(ask);
  ask();
}
