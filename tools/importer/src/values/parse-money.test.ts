import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMoney, priceProblem } from './parse-money.ts';

const [wide, narrow] = ['\u00a0', '\u202f'];

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
    ['1.0050', 'USD', 101],
    ['2.675', 'KWD', 2675],
    ['-6.38', 'EUR', -638],
    ['248.6', 'USD', 24_860],
    // Spaces of other widths, as French and Scandinavian exports group.
    [`1${wide}234,00`, 'EUR', 123_400],
    [`1${narrow}234,00${wide}€`, 'EUR', 123_400],
    [`12${narrow}345${narrow}678`, 'SEK', 1_234_567_800],
    ['1 234,5', 'EUR', 123_450],
    ['1234,00', 'EUR', 123_400],
    // Beside a currency, a point before exactly three digits groups, but for currencies that have three digits.
    ['€1.234', 'EUR', 123_400],
    ['1.234 EUR', 'EUR', 123_400],
    ['1.234', 'EUR', 123],
    ['98.125', 'EUR', 9813],
    ['￥8.500', 'JPY', 8500],
    ['￥８，５００', 'JPY', 8500],
    ['1.234.567', 'EUR', 123_456_700],
    ['IDR 1.250.000', 'IDR', 125_000_000],
    ['12.345', 'KWD', 12_345],
    ['0.125', 'EUR', 13],
    ['0,125', 'EUR', 13],
    ['1234.567', 'EUR', 123_457],
    ['-€1.234', 'EUR', -123_400],
    ['−$5', 'USD', -500],
    // Indian groups: the last of three digits, the others of two.
    ['1,23,456', 'INR', 12_345_600],
    ['₹ 1,23,456', 'INR', 12_345_600],
    ['₹12,34,567.50', 'INR', 123_456_750],
    ['-1,23,456', 'INR', -12_345_600],
  ])('%s in %s', (text, currency, minor) => expect(parseMoney(text, currency)).toEqual({ minor, currency }));

  test.each([
    '',
    'free',
    '1,23,45',
    '123,45,678',
    '0,12,345',
    '1,23,456,789',
    '12.3.4',
    '$',
    '1e400',
    '99999999999999',
    'NaN',
    '1 23',
    '1.234.56',
    '1,2345',
  ])('"%s" is no price', (text) => expect(parseMoney(text, 'USD')).toBeUndefined());

  test('is exact for every amount, however it is written', () => {
    const groups = (whole: number, mark: string): string => whole.toLocaleString('en-US').replaceAll(',', mark);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), (minor) => {
        const [whole, cents] = [Math.floor(minor / 100), String(minor % 100).padStart(2, '0')];
        for (const text of [
          `${whole}.${cents}`,
          `${whole},${cents}`,
          `$${groups(whole, ',')}.${cents}`,
          `${groups(whole, '.')},${cents} USD`,
          ...[wide, narrow, ' ', '’'].map((mark) => `${groups(whole, mark)},${cents}`),
        ])
          expect([text, parseMoney(text, 'USD')?.minor]).toEqual([text, minor]);
        for (const mark of [',', '.', narrow]) expect(parseMoney(`￥${groups(whole, mark)}`, 'JPY')?.minor).toBe(whole);
      }),
    );
  });
});

describe('an amount that names another currency is none', () => {
  test.each([
    ['€ 500', 'INR', 'EUR'],
    ['500 €', 'USD', 'EUR'],
    ['EUR 80', 'USD', 'EUR'],
    ['80 SGD', 'USD', 'SGD'],
    ['US$1,234', 'SGD', 'USD'],
    ['￡5', 'EUR', 'GBP'],
    ['¥1,234', 'SGD', 'JPY'],
    ['₠5', 'EUR', '₠'],
    ['$1.234', 'INR', 'dollars'],
  ])('%s, where %s is expected', (text, currency, named) => {
    expect(parseMoney(text, currency)).toBeUndefined();
    expect(priceProblem(text, currency)).toBe(`"${text}" names ${named}, expected ${currency}`);
  });

  test('what several currencies share is no other one, and `$` is any where the source writes it for all', () => {
    for (const [text, currency] of [
      ['$5', 'SGD'],
      ['$5', 'MXN'],
      ['¥5', 'CNY'],
      ['￥5', 'JPY'],
    ] as const)
      expect([text, parseMoney(text, currency)?.currency]).toEqual([text, currency]);
    expect(parseMoney('$5', 'EUR', 'any currency')).toEqual({ minor: 500, currency: 'EUR' });
    expect(priceProblem('US$5', 'EUR', 'any currency')).toBe('"US$5" names USD, expected EUR');
    expect(priceProblem('€ free', 'USD')).toBe('"€ free" is no price');
  });
});

test('a price is an amount of nothing or more', () => {
  expect(['0', '5', '-5', '-0.001', 'free'].map((text) => priceProblem(text, 'EUR'))).toEqual([
    undefined,
    undefined,
    'the price -5 is negative',
    undefined,
    '"free" is no price',
  ]);
});
