import { expect, test } from '@jest/globals';
import { givenBack, type Invoiced, sellersOf, taxesIn } from './invoice.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const line = (kind: string, amount: string) => ({ kind, label: kind, amount: usd(amount) });

const item = (owner: string | null, host: string | null = null) => ({
  lines: [line('PRICE', '300.00'), line('TAX', '12.50'), line('FEE', '5.00')],
  listing: { owner: owner && { id: `prf_${owner}`, displayName: owner }, host: host && { name: host } },
});

const invoiced = (parts: object) => parts as unknown as Invoiced;

test('taxes are added up over all items, and are not named where there are none', () => {
  expect(taxesIn(invoiced({ items: [item('Ada'), item('Ada')] }))).toEqual(usd('25.00'));
  expect(taxesIn(invoiced({ items: [{ lines: [line('PRICE', '300.00')] }] }))).toBeUndefined();
});

test('sellers are named once each, by their account or as a data set calls them; of one whose listing is gone nothing is known', () => {
  const items = [item('Ada'), item(null, 'Hotel Bo'), item('Ada'), item(null), { lines: [], listing: null }];
  expect(sellersOf(invoiced({ items }))).toEqual(['Ada', 'Hotel Bo']);
});

test('what was given back is taken from the total', () => {
  const refund = (amount: string, state: string) => ({
    ...{ id: 'rfd_1', state, createdAt: '2027-01-31T08:05:00.000Z' },
    amount: usd(amount),
  });
  const total = usd('317.50');
  expect(givenBack(invoiced({ total, refunds: [] }))).toBeUndefined();
  const given = givenBack(invoiced({ total, refunds: [refund('100.00', 'SUCCEEDED'), refund('17.50', 'PENDING')] }));
  expect(given?.left).toEqual(usd('200.00'));
  expect(given?.lines.map(({ amount }) => amount)).toEqual([usd('-100.00'), usd('-17.50')]);
  expect(given?.lines.map(({ label }) => label.endsWith('on its way'))).toEqual([false, true]);
});
