import { expect, test } from '@jest/globals';
import { leftInWords } from './left-in-words.ts';
import { declinedBecause, triesInWords } from './payment-reasons.ts';
import { whoIsAsked } from './who-is-asked.ts';

test('what is left is said as people say it', () => {
  const left = (remaining: number, wanted: number) => leftInWords({ date: '2027-03-10', remaining, wanted });
  expect(left(0, 1)).toMatch(/^Nothing is left for .*March.*\.$/);
  expect(left(1, 2)).toMatch(/^For .*March.* only 1 of the 2 that you need is left\.$/);
  expect(left(2, 3)).toMatch(/ only 2 of the 3 that you need are left\.$/);
});

test('before the last card it is said that it is the last', () => {
  expect(triesInWords(2)).toContain('2 tries are left');
  expect(triesInWords(1)).toMatch(/^One try is left: .* given up\.$/);
  expect([declinedBecause('expired_card'), declinedBecause('a new word'), declinedBecause(null)]).toEqual([
    'This card has expired.',
    undefined,
    undefined,
  ]);
});

test('passports are asked for where somebody flies, and nowhere else', () => {
  expect(whoIsAsked(['STAY', 'FLIGHT']).hint).toBe('As in the passport');
  expect([whoIsAsked(['STAY']).hint, whoIsAsked(['CAR']).hint].join()).not.toContain('passport');
});
