import { expect, test } from '@jest/globals';
import { byCurrency } from './by-currency.ts';
import { holdAll } from './hold-all.ts';

/** Holds some parts, of which `b` ends as given, and tells what was let go. */
async function hold(parts: readonly string[], ofB: { id: string } | { failure: string }) {
  const released: string[] = [];
  const outcome = await holdAll(parts, {
    hold: async (part) => (part === 'b' ? ofB : { id: `bkg_${part}` }),
    release: async (id) => void released.push(id),
    isOpen: (failure) => failure === 'unanswered',
  });
  return { outcome, released };
}

test('all parts are held, in their order', async () => {
  expect(await hold(['a', 'b'], { id: 'bkg_b' })).toEqual({ outcome: { ids: ['bkg_a', 'bkg_b'] }, released: [] });
});

test('when one is sold out, what was held before it is given back', async () => {
  const sold = { failure: 'sold out' };
  expect(await hold(['a', 'c', 'b', 'd'], sold)).toEqual({ outcome: sold, released: ['bkg_a', 'bkg_c'] });
});

test('while it is not known whether one is held, nothing is given back', async () => {
  const open = { failure: 'unanswered' };
  expect(await hold(['a', 'b'], open)).toEqual({ outcome: open, released: [] });
});

test('offers of one currency are one booking', () => {
  const offer = (id: string, currency: string) => ({ id, total: { amount: '1', currency } });
  const groups = byCurrency([offer('a', 'USD'), offer('b', 'GBP'), offer('c', 'USD')]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
});
