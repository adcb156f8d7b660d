import { expect, test } from '@jest/globals';
import { nightsInput, nightsProblems } from './nights-input.ts';

type Fields = Readonly<Partial<Record<'from' | 'until' | 'price' | 'open', string>>>;

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [field, text] of Object.entries(fields)) form.set(`nights.0.${field}`, text);
  return form;
}

const week = { from: '2027-03-01', until: '2027-03-08' };

test('what is left as it is is not sent: a price opens nothing, and closing changes no price', () => {
  expect(nightsInput(formOf({ ...week, price: '90.00', open: '' }), 'EUR')).toEqual({ ...week, price: '90.00' });
  expect(nightsInput(formOf({ ...week, price: '', open: 'false' }), 'EUR')).toEqual({ ...week, open: false });
  expect(nightsInput(formOf({ ...week, price: '', open: 'true' }), 'EUR')).toEqual({ ...week, open: true });
});

test.each<readonly [string, Fields, readonly string[]]>([
  ['no dates', { price: '90.00' }, ['from', 'until']],
  ['reversed dates', { from: '2027-03-08', until: '2027-03-01', price: '90.00' }, ['until']],
  ['no amount', { ...week, price: '1e5' }, ['price']],
  ['nothing to change', { ...week, price: '', open: '' }, ['price']],
  ['a price', { ...week, price: '90.00' }, []],
  ['closing', { ...week, open: 'false' }, []],
])('%s: what is wrong is told before anything is sent', (_, fields, wrong) => {
  expect(nightsProblems(formOf(fields), 'EUR').map(({ path }) => path.at(-1))).toEqual(wrong);
});
