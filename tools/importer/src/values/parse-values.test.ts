import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normaliseNumber, parseMoney, parseWhole, plainText } from './parse-values.ts';

describe('parseMoney', () => {
  test.each([
    ['$150.00', 'SGD', 15_000],
    ['$1,150.00', 'SGD', 115_000],
    ['1.150,50 €', 'EUR', 115_050],
    ['S$ 90', 'SGD', 9000],
    ['US$1,234', 'USD', 123_400],
    ['CHF 1’200.50', 'CHF', 120_050],
    ['EUR 80', 'EUR', 8000],
    ['80 EUR', 'EUR', 8000],
    ['¥12,000', 'JPY', 12_000],
    ['1.005', 'USD', 101],
    ['2.675', 'KWD', 2675],
    ['-6.38', 'EUR', -638],
    ['248.6', 'USD', 24_860],
  ])('%s in %s', (text, currency, minor) => expect(parseMoney(text, currency)).toEqual({ minor, currency }));

  test.each(['', 'free', '1,23,456', '12.3.4', '$', '1e400', '99999999999999', 'NaN'])('"%s" is no price', (text) =>
    expect(parseMoney(text, 'USD')).toBeUndefined(),
  );

  test('is exact for every amount, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (minor) => {
        const plain = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
        const grouped = `$${Math.floor(minor / 100).toLocaleString('en-US')}.${String(minor % 100).padStart(2, '0')}`;
        expect(parseMoney(plain, 'USD')?.minor).toBe(minor);
        expect(parseMoney(grouped, 'USD')?.minor).toBe(minor);
      }),
    );
  });
});

test('whole numbers may be written with a point', () => {
  expect(['5', '5.0', '1,000', '5.5', '', '\\N'].map(parseWhole)).toEqual([
    5,
    5,
    1000,
    undefined,
    undefined,
    undefined,
  ]);
  expect(normaliseNumber('1 234')).toBe('1234');
});

test('descriptions lose their tags and keep their lines', () => {
  expect(plainText('One<br /><br /><b>The space</b><br/>Tea &amp; cake', 100)).toBe('One\n\nThe space\nTea & cake');
  expect(plainText('abcdef', 4)).toBe('abc…');
});
