import { expect, test } from '@jest/globals';
import { nightRuns } from './night-runs.ts';

const night = (date: string, amount: string | null) => ({
  date,
  price: amount === null ? null : { amount, currency: 'EUR' },
});

test('nights that are sold alike stand together, closed ones by themselves', () => {
  const nights = [
    night('2027-03-01', '90.00'),
    night('2027-03-02', '90.00'),
    night('2027-03-03', null),
    night('2027-03-04', null),
    night('2027-03-05', '120.00'),
    night('2027-03-06', '90.00'),
  ];
  expect(nightRuns(nights).map(({ first, last, count, price }) => [first, last, count, price?.amount])).toEqual([
    ['2027-03-01', '2027-03-02', 2, '90.00'],
    ['2027-03-03', '2027-03-04', 2, undefined],
    ['2027-03-05', '2027-03-05', 1, '120.00'],
    ['2027-03-06', '2027-03-06', 1, '90.00'],
  ]);
  expect(nightRuns([])).toEqual([]);
});
