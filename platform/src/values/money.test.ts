import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exponentOf, isCurrencyCode, toCurrencyCode } from './currency.ts';
import { add, allocate, convert, fromDecimal, money, multiply, subtract, sum, toDecimal, zero } from './money.ts';

const currency = fc.constantFrom('JPY', 'EUR', 'KWD', 'MGA');
const amount = fc
  .tuple(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), currency)
  .map(([minor, code]) => money(minor, code));

describe('currencies', () => {
  test.each([
    ['JPY', 0],
    ['EUR', 2],
    ['MRU', 2],
    ['KWD', 3],
  ])('%s has %d digits', (code, exponent) => {
    expect(exponentOf(code)).toBe(exponent);
  });

  test('only codes of circulating currencies in capitals are known', () => {
    expect(['EUR', 'eur', 'XXX', 'XAU', '', 'EURO', 12].map(isCurrencyCode)).toEqual([true, ...Array(6).fill(false)]);
    expect(() => toCurrencyCode('DEM')).toThrow('"DEM" is not the ISO 4217 code');
  });
});

describe('money', () => {
  test('allocation sums exactly, for any amount and any weights', () => {
    const weights = fc
      .array(fc.nat(10_000), { minLength: 1, maxLength: 40 })
      .filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(amount, weights, (total, shares) => {
        const parts = allocate(total, shares);
        expect(parts).toHaveLength(shares.length);
        expect(sum(parts, total.currency)).toEqual(total);
      }),
    );
  });

  test('no part of an allocation is off by more than a unit, and a part without weight gets nothing', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.nat(100), { minLength: 2, maxLength: 8 }), (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const all = weights.reduce((left, right) => left + right, 0);
        allocate(total, weights).forEach((part, index) => {
          const weight = weights[index] ?? 0;
          if (weight === 0) expect(part.minor).toBe(0);
          const distance = BigInt(part.minor) * BigInt(all) - BigInt(total.minor) * BigInt(weight);
          expect(distance <= BigInt(all) && distance >= -BigInt(all)).toBe(true);
        });
      }),
    );
  });

  test('what is left over goes to the first parts', () => {
    expect(allocate(money(100, 'EUR'), [1, 1, 1]).map((part) => part.minor)).toEqual([34, 33, 33]);
    expect(allocate(money(-100, 'EUR'), [0, 1, 1, 1]).map((part) => part.minor)).toEqual([0, -34, -33, -33]);
  });

  test.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])('allocation refuses the weights %j', (weights) => {
    expect(() => allocate(money(1, 'EUR'), weights)).toThrow('Weights are whole numbers');
  });

  test('decimal text and amount are the same thing, for currencies of 0, 2 and 3 digits', () => {
    fc.assert(
      fc.property(amount, (one) => {
        const text = toDecimal(one);
        expect(fromDecimal(text, one.currency)).toEqual(one);
        expect(text.split('.')[1]?.length ?? 0).toBe(exponentOf(one.currency));
      }),
    );
  });

  test.each([
    [1999, 'EUR', '19.99'],
    [-5, 'EUR', '-0.05'],
    [-5, 'KWD', '-0.005'],
    [1999, 'JPY', '1999'],
    [0, 'KWD', '0.000'],
  ])('%d minor units of %s read %s', (minor, code, text) => {
    expect(toDecimal(money(minor, code))).toBe(text);
  });

  test.each([
    ['5', 'EUR', 500],
    ['5.5', 'EUR', 550],
    ['5.00', 'JPY', 5],
    ['-0.00', 'EUR', 0],
    ['0005.10', 'EUR', 510],
  ])('reads %s %s', (text, code, minor) => {
    expect(fromDecimal(text, code)).toStrictEqual({ minor, currency: code });
  });

  test.each(['', ' 1', '1,5', '1e3', '.5', '5.', '1.005', 'NaN', '+1', '--1', '999999999999999.99', '٣'])(
    'reads no euros in "%s"',
    (text) => {
      expect(fromDecimal(text, 'EUR')).toBeUndefined();
    },
  );

  test('adding and subtracting are inverse, and the order of a sum does not matter', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: -1e9, max: 1e9 })), (start, minors) => {
        const others = minors.map((minor) => money(minor, start.currency));
        const total = sum([start, ...others], start.currency);
        expect(sum([...others].reverse(), start.currency)).toEqual(subtract(total, start));
      }),
    );
  });

  test('rounds once, halves to the even unit', () => {
    const half = { numerator: 1, denominator: 2 };
    expect([1, 3, 5, -1, -3].map((minor) => multiply(money(minor, 'EUR'), half).minor)).toEqual([0, 2, 2, 0, -2]);
    expect(multiply(money(333, 'EUR'), { numerator: 75, denominator: 1000 }).minor).toBe(25);
    expect(multiply(money(333, 'EUR'), { numerator: -75, denominator: -1000 }).minor).toBe(25);
  });

  test('a product is never further than half a unit from the exact one', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: -1_000, max: 1_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        (one, numerator, denominator) => {
          const product = BigInt(multiply(one, { numerator, denominator }).minor);
          const distance = product * BigInt(denominator) - BigInt(one.minor) * BigInt(numerator);
          expect(2n * (distance < 0n ? -distance : distance) <= BigInt(denominator)).toBe(true);
        },
      ),
    );
  });

  test('converts between currencies of different digits with one rounding', () => {
    expect(convert(money(125, 'USD'), 'JPY', '150.50')).toEqual(money(188, 'JPY'));
    expect(convert(money(1, 'JPY'), 'KWD', '0.0020')).toEqual(money(2, 'KWD'));
    // 0.5 cents and 1.5 cents: to even.
    expect(convert(money(1, 'EUR'), 'USD', '0.5').minor).toBe(0);
    expect(convert(money(3, 'EUR'), 'USD', '0.5').minor).toBe(2);
  });

  test.each(['0', '0.00', '-1', 'abc', '1e-7', ''])('"%s" is no exchange rate', (rate) => {
    expect(() => convert(money(1, 'EUR'), 'USD', rate)).toThrow('is not an exchange rate');
  });

  test('currencies are never mixed and amounts never leave the safe integers', () => {
    expect(() => add(money(1, 'EUR'), money(1, 'USD'))).toThrow('EUR and USD cannot be mixed');
    expect(() => sum([money(1, 'EUR')], 'USD')).toThrow('cannot be mixed');
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'EUR'), money(1, 'EUR'))).toThrow('whole minor units');
    expect(() => money(0.5, 'EUR')).toThrow('whole minor units');
    expect(() => money(1, 'XXX')).toThrow('ISO 4217');
    expect(zero('EUR')).toEqual(money(0, 'EUR'));
    expect(Object.is(money(-0, 'EUR').minor, 0)).toBe(true);
  });
});
