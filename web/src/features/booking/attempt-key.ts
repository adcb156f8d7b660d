/**
 * The key under which one attempt runs. It is kept for the tab: whoever reloads, goes back, or presses twice repeats the same attempt
 * and gets its first answer, so that nothing is booked or paid twice. A new attempt begins with another subject or `forgetAttempt`.
 */
export function attemptKey(subject: string, storage: Storage = sessionStorage): string {
  const name = nameOf(subject);
  const known = storage.getItem(name);
  if (known !== null) return known;
  const fresh = crypto.randomUUID();
  storage.setItem(name, fresh);
  return fresh;
}

/** The next attempt on this subject is a new one: the last one has ended with a failure that another try may mend. */
export const forgetAttempt = (subject: string, storage: Storage = sessionStorage): void =>
  storage.removeItem(nameOf(subject));

const nameOf = (subject: string): string => `meridian.attempt.${subject}`;
