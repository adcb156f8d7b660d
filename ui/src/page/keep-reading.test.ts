import { afterEach, describe, expect, test } from '@jest/globals';
import { formatDay } from '../formats/local-time.ts';
import { formatMoney } from '../formats/money.ts';
import { asStranger, reading, readingCurrency, readingOf, readsAlike } from '../formats/reading.ts';
import { readAmount } from '../forms/amount.ts';
import type { SessionState } from '../session/session.ts';
import { createStore } from '../state/store.ts';
import { keepReading } from './keep-reading.ts';

afterEach(() => reading.set(asStranger));

const german = { locale: 'de-DE', currency: 'EUR' };
const signedIn: SessionState = { status: 'signedIn', accessToken: 'one', expiresAt: 0 };

/** A page that opens in a browser that has noted this. */
function openPage(state: SessionState, note?: string) {
  const notes = new Map<string, string>(note === undefined ? [] : [['meridian.reading', note]]);
  const session = createStore<SessionState>(state);
  const storage = {
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, value: string) => void notes.set(key, value),
    removeItem: (key: string) => void notes.delete(key),
  };
  keepReading({ session, storage });
  return { session, notes };
}

describe('how somebody reads', () => {
  test('is followed by every format, and by what is typed', () => {
    const written = () => [
      formatMoney({ amount: '1234.5', currency: 'EUR' }).replace(/\s/g, ' '),
      formatDay('2027-01-31'),
      readAmount('300,50', { currency: 'EUR' }),
      readingCurrency(),
    ];
    reading.set({ locale: 'en-US' });
    expect(written()).toEqual(['€1,234.50', 'Sun, Jan 31', undefined, 'USD']);
    reading.set(german);
    expect(written()).toEqual(['1.234,50 €', 'So., 31. Jan.', '300.50', 'EUR']);
  });

  test('is noted for the next page, until they sign out', () => {
    const page = openPage(signedIn);
    reading.set(german);
    const note = page.notes.get('meridian.reading');
    reading.set(asStranger);
    const next = openPage({ status: 'unknown' }, note);
    expect(reading.get()).toEqual(german);
    next.session.set({ status: 'signedOut', hasExpired: true });
    expect(reading.get()).toEqual(german);
    next.session.set({ status: 'signedOut' });
    expect([reading.get(), next.notes.size]).toEqual([asStranger, 0]);
  });

  test('is nothing to the stranger who comes next', () => {
    const { notes } = openPage({ status: 'signedOut' }, JSON.stringify(german));
    expect([reading.get(), notes.size]).toEqual([asStranger, 0]);
  });

  test.each(['no JSON', 'null', '[]', '{"locale":"not a tag","currency":7}'])('a note of %s stops nothing', (note) => {
    openPage({ status: 'unknown' }, note);
    expect(formatMoney({ amount: '1', currency: 'USD' }, { locale: 'en-US' })).toBe('$1.00');
    expect(reading.get()).toEqual(readingOf({}));
  });

  test.each([
    [{ locale: 'en' }, { locale: 'en-US', currency: 'USD' }, true],
    [{ locale: 'en' }, { locale: 'en-GB' }, false],
    [german, { ...german, currency: 'CHF' }, false],
  ])('%j and %j show the same: %p', (one, other, expected) => {
    expect(readsAlike(one, other)).toBe(expected);
  });
});
