import { asStranger, type Reading, reading, readingOf } from '../formats/reading.ts';
import type { Session } from '../session/session.ts';

const note = 'meridian.reading';

type Kept = Readonly<{
  session: Pick<Session, 'get' | 'subscribe'>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}>;

function noted(text: string | null): Reading {
  try {
    return readingOf((JSON.parse(text ?? '{}') ?? {}) as Reading);
  } catch {
    return asStranger;
  }
}

/**
 * Remembers in this browser how somebody reads, so that the next page is drawn that way at once, and forgets it when they sign out. A
 * session that has ended by itself is no sign-out.
 */
export function keepReading({ session, storage }: Kept): void {
  const isStranger = () => {
    const state = session.get();
    return state.status === 'signedOut' && !state.hasExpired;
  };
  const write = () => {
    if (isStranger()) storage.removeItem(note);
    else storage.setItem(note, JSON.stringify(reading.get()));
  };
  const forget = () => {
    if (!isStranger()) return;
    storage.removeItem(note);
    reading.set(asStranger);
  };
  reading.set(noted(storage.getItem(note)));
  forget();
  reading.subscribe(write);
  session.subscribe(forget);
}
