import { describe, expect, test } from '@jest/globals';
import { attemptKey, forgetAttempt, forgetAttempts, isOutcomeOpen, openAttempt, runAttempt } from './attempt.ts';

/** The storage of one tab. */
function openTab() {
  const kept = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
  return { kept, storage };
}

describe('an attempt', () => {
  test('keeps its key until it is forgotten; another subject has another', async () => {
    const { storage } = openTab();
    const first = await attemptKey('pay bkg_1', storage);
    expect(await attemptKey('pay bkg_1', storage)).toBe(first);
    expect(await attemptKey('pay bkg_2', storage)).not.toBe(first);
    await forgetAttempt('pay bkg_1', storage);
    expect(await attemptKey('pay bkg_1', storage)).not.toBe(first);
  });

  test('that is taken up sends what was sent first: one key goes with one input', async () => {
    const { storage } = openTab();
    const first = await openAttempt('hold ofr_1', ['token of noon'], storage);
    expect(await openAttempt('hold ofr_1', ['token of one'], storage)).toEqual(first);
    await forgetAttempt('hold ofr_1', storage);
    expect((await openAttempt('hold ofr_1', ['token of one'], storage)).sent).toEqual(['token of one']);
  });

  test('of a double press is one, though neither has waited for the other', async () => {
    const { storage } = openTab();
    const [one, other] = await Promise.all([attemptKey('pay bkg_1', storage), attemptKey('pay bkg_1', storage)]);
    expect(one).toBe(other);
  });

  test('leaves no word of its subject in the storage, and nothing at all after a sign-out', async () => {
    const { kept, storage } = openTab();
    storage.setItem('another.feature', 'stays');
    await attemptKey('hold for Ada Lovelace', storage);
    await attemptKey('pay with tok_visa', storage);
    expect(JSON.stringify([...kept])).not.toMatch(/Ada|Lovelace|tok_visa/);
    forgetAttempts(storage);
    expect([...kept.keys()]).toEqual(['another.feature']);
  });
});

describe('an attempt that is run', () => {
  /** Runs it twice, and answers the keys under which it was sent. */
  async function keysOf(send: () => Promise<Readonly<{ __typename: string }> | undefined>) {
    const { storage } = openTab();
    const keys: string[] = [];
    const run = () =>
      runAttempt(
        'pay bkg_1',
        (key) => {
          keys.push(key);
          return send();
        },
        storage,
      );
    const outcomes = [await run().catch(() => 'failed'), await run().catch(() => 'failed')];
    return { isRepeated: keys[0] === keys[1], sent: keys.length, outcomes };
  }

  test.each(['Booking', 'PaymentDeclined'])('has ended with a %s: the next one is another', async (__typename) => {
    const { isRepeated, outcomes } = await keysOf(async () => ({ __typename }));
    expect(isRepeated).toBe(false);
    expect(outcomes).toEqual([{ __typename }, { __typename }]);
  });

  test.each([
    ['an answer that leaves it open', async () => ({ __typename: 'PaymentUnknown' })],
    ['no answer', async () => undefined],
    ['a failure on the way', () => Promise.reject(new Error('The connection is lost.'))],
  ])('is repeated under its key after %s', async (_what, send) => {
    expect(await keysOf(send)).toMatchObject({ isRepeated: true, sent: 2 });
  });

  test('says that nothing was answered', async () => {
    const { storage } = openTab();
    await expect(runAttempt('pay bkg_1', async () => null, storage)).rejects.toThrow('not answered');
  });
});

test.each([
  ['IdempotencyInProgress', true],
  ['PaymentUnknown', true],
  ['Unanswered', true],
  ['Booking', false],
  ['SoldOut', false],
  ['OfferExpired', false],
  ['PaymentDeclined', false],
])('after %s it is open what has become of the attempt: %s', (__typename, expected) => {
  expect(isOutcomeOpen({ __typename })).toBe(expected);
});
