import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addAmounts } from './add-amounts.ts';
import { formatCard } from './card.ts';
import { durationInMinutes, formatDuration } from './duration.ts';
import {
  daysBetween,
  formatClock,
  formatDay,
  formatDeadline,
  formatInstantDay,
  formatTimeOfDay,
  zoneCity,
} from './local-time.ts';
import { formatMoney } from './money.ts';
import { formatCount, formatPercent } from './numbers.ts';

/** Locales put spaces of several kinds between a number and its currency. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  test.each([
    [{ amount: '1234.5', currency: 'USD' }, 'en-US', '$1,234.50'],
    [{ amount: '1234', currency: 'JPY' }, 'en-US', '¥1,234'],
    [{ amount: '1.234', currency: 'KWD' }, 'en-US', 'KWD 1.234'],
    [{ amount: '1234.5', currency: 'EUR' }, 'de-DE', '1.234,50 €'],
    // A double would show …740,992.00.
    [{ amount: '9007199254740993.01', currency: 'USD' }, 'en-US', '$9,007,199,254,740,993.01'],
  ] as const)('%j in %s is %s', (money, locale, expected) => {
    expect(plain(formatMoney(money, { locale }))).toBe(expected);
  });

  test('is short from 100 on only', () => {
    const short = (amount: string) => formatMoney({ amount, currency: 'USD' }, { locale: 'en-US', isShort: true });
    expect([short('99.50'), short('100.50')]).toEqual(['$99.50', '$101']);
  });

  test('adds up to the last digit, as integers do', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1 }), (minors) => {
        const texts = minors.map((minor) => {
          const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
          return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        });
        const sum = addAmounts(texts.map((amount) => ({ amount, currency: 'EUR' })));
        expect(BigInt(sum.amount.replace('.', ''))).toBe(minors.reduce((total, minor) => total + minor, 0n));
      }),
    );
    expect(() =>
      addAmounts([
        { amount: '1', currency: 'EUR' },
        { amount: '1', currency: 'USD' },
      ]),
    ).toThrow(RangeError);
  });
});

describe('numbers', () => {
  test.each([
    ['en-US', ['12,345', '39%', '1.3%']],
    ['de-DE', ['12.345', '39 %', '1,3 %']],
  ])('in %s', (locale, expected) => {
    const shares = [formatPercent(0.386, { locale }), formatPercent(0.0125, { locale, digits: 1 })];
    expect([formatCount(12_345, locale), ...shares.map(plain)]).toEqual(expected);
  });
});

test('an instant of which the day is enough has no hour', () => {
  expect(formatInstantDay('2026-12-01T12:00:00Z', 'en-US')).toBe('Dec 1, 2026');
});

describe('times on the clock of a place', () => {
  test('stand as they are, wherever the reader is', () => {
    expect(plain(formatClock('2027-03-28T02:30', 'en-US'))).toBe('2:30 AM');
    expect([plain(formatTimeOfDay('14:00', 'en-US')), formatTimeOfDay('14:00', 'de-DE')]).toEqual(['2:00 PM', '14:00']);
    expect(formatDay('2027-03-28', 'en-US')).toBe('Sun, Mar 28');
    expect(daysBetween('2027-02-28T23:50', '2027-03-01T00:10')).toBe(1);
    expect(daysBetween('2027-01-01T00:30', '2026-12-31T23:30')).toBe(-1);
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });

  test('what ends at an instant is told on the reader’s clock, with its zone', () => {
    const told = plain(formatDeadline('2027-01-31T08:05:00.000Z', 'en-US'));
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).format(new Date('2027-01-31'));
    expect(told).toMatch(/^Jan 3[01], 2027, \d+:\d\d [AP]M \S+$/);
    expect(told.split(' ').at(-1)).toBe(zone.split(' ').at(-1));
  });
});

test.each([
  ['PT7H', 420, '7 h'],
  ['PT13H5M', 785, '13 h 5 min'],
  ['P1DT2H', 1560, '26 h'],
  ['PT45M', 45, '45 min'],
  ['nonsense', 0, '0 min'],
])('%s lasts %d minutes: %s', (duration, minutes, words) => {
  expect(durationInMinutes(duration)).toBe(minutes);
  expect(formatDuration(duration)).toBe(words);
});

test.each([
  ['visa', 'Visa •••• 4242'],
  ['mastercard', 'Mastercard •••• 4242'],
  ['amex', 'American Express •••• 4242'],
  ['unknown', 'Card •••• 4242'],
])('a card of the brand %s is called %s', (brand, words) => {
  expect(formatCard({ brand, last4: '4242' })).toBe(words);
});
