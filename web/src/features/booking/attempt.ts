/** One attempt: the key under which it runs, and what was sent under it. The same key must always go with the same input. */
export type Attempt<Sent> = Readonly<{ key: string; sent: Sent }>;

const prefix = 'meridian.attempt.';

/** Subjects hold names of people and tokens of cards: only their hash is written down. */
async function nameOf(subject: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subject));
  return prefix + Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Begins an attempt at a subject, or takes up the one that is open: then `sent` is what was sent first, whatever is at hand now. It is
 * kept for the tab: whoever reloads, goes back, or presses twice repeats the same attempt and gets its first answer, so that nothing is
 * booked or paid twice. `forgetAttempt` ends it.
 */
export async function openAttempt<Sent>(
  subject: string,
  sent: Sent,
  storage: Storage = sessionStorage,
): Promise<Attempt<Sent>> {
  const name = await nameOf(subject);
  const known = storage.getItem(name);
  if (known !== null) return JSON.parse(known) as Attempt<Sent>;
  const fresh = { key: crypto.randomUUID(), sent };
  storage.setItem(name, JSON.stringify(fresh));
  return fresh;
}

/** The key of an attempt whose subject says all of its input. */
export const attemptKey = async (subject: string, storage?: Storage): Promise<string> =>
  (await openAttempt(subject, null, storage)).key;

/** The next attempt at this subject is a new one: the last one has succeeded, or failed for certain. */
export const forgetAttempt = async (subject: string, storage: Storage = sessionStorage): Promise<void> =>
  storage.removeItem(await nameOf(subject));

/**
 * Makes an attempt, or repeats the one that is open: it ends with an answer that says for certain what has become of it.
 *
 * @param send sends the input under the attempt's key
 * @throws Error what `send` throws, or that nothing was answered: the attempt stays open
 */
export async function runAttempt<Result extends Outcome>(
  subject: string,
  send: (key: string) => Promise<Result | null | undefined>,
  storage: Storage = sessionStorage,
): Promise<Result> {
  const result = await send(await attemptKey(subject, storage));
  if (!result) throw new Error('What was sent was not answered.');
  if (!isOutcomeOpen(result)) await forgetAttempt(subject, storage);
  return result;
}

/** Forgets all attempts of this tab: who made them has signed out. */
export function forgetAttempts(storage: Storage = sessionStorage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const name of names) if (name.startsWith(prefix)) storage.removeItem(name);
}

type Outcome = Readonly<{ __typename: string }>;

/** After these it is not known what has become of an attempt: it may have done what it was for, or may do so yet. */
const openOutcomes = ['IdempotencyInProgress', 'PaymentUnknown', 'Unanswered'];

/** Whether pressing again must repeat the same attempt, under the same key. */
export const isOutcomeOpen = ({ __typename }: Outcome): boolean => openOutcomes.includes(__typename);
