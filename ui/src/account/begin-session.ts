import { reading, readingOf } from '../formats/reading.ts';
import type { IssuedToken, Session } from '../session/session.ts';

/** What `signUp` and `signIn` answer of a session that has begun. */
export type BegunSession = IssuedToken &
  Readonly<{ user: Readonly<{ profile: Readonly<{ locale: string; currency: string }> }> }>;

/** Begins the session of who has just signed in or up. What is drawn from now on is drawn the way they read. */
export function beginSession(session: Session, { user, ...issued }: BegunSession): void {
  session.begin(issued);
  reading.set(readingOf(user.profile));
}
