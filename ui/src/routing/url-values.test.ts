import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { parseSearchTexts, printSearchTexts } from './search-texts.ts';
import { urlText } from './url-text.ts';
import {
  anyId,
  oneOf,
  urlAmount,
  urlChoice,
  urlClock,
  urlCount,
  urlDate,
  urlFlag,
  urlId,
  urlKeyOf,
  urlList,
} from './url-values.ts';

const schema = z.object({
  place: urlId,
  date: urlDate,
  time: urlClock('10:00'),
  adults: urlCount(1, 9, 1),
  maxPrice: urlAmount,
  sort: urlChoice(['PRICE', 'RATING'], 'PRICE'),
  free: urlFlag,
  state: urlKeyOf({ OPEN: 'Open', OVER: 'Over' }),
  types: urlList(oneOf(['HOTEL', 'HOUSE'])),
  search: urlText,
});

const orNone = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
const texts = fc.string({ minLength: 1, maxLength: 100 }).filter((text) => text.trim() === text);
const twoDigits = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

/** Whatever a page could put into its address. */
const choices = fc.record({
  place: orNone(texts),
  date: orNone(days.map((day) => day.toISOString().slice(0, 10))),
  time: fc.tuple(twoDigits(23), twoDigits(59)).map(([hour, minute]) => `${hour}:${minute}`),
  adults: fc.integer({ min: 1, max: 9 }),
  maxPrice: orNone(fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), twoDigits(99)).map((parts) => parts.join('.'))),
  sort: fc.constantFrom('PRICE', 'RATING'),
  free: orNone(fc.constant(true)),
  types: fc.subarray(['HOTEL', 'HOUSE']),
  search: orNone(texts),
});

const read = (address: string) => schema.parse(parseSearchTexts(address));

describe('the state in an address', () => {
  test('is read as it stands', () => {
    const address =
      '?place=plc_1&date=2028-02-29&time=08:30&adults=3&maxPrice=99.90&sort=RATING&free=true&state=OVER&types=HOTEL,HOUSE';
    expect(read(address)).toEqual({
      place: 'plc_1',
      date: '2028-02-29',
      time: '08:30',
      adults: 3,
      maxPrice: '99.90',
      sort: 'RATING',
      free: true,
      state: 'OVER',
      types: ['HOTEL', 'HOUSE'],
      search: undefined,
    });
  });

  test.each([
    { what: 'a day that no calendar has', address: '?date=2027-02-30', field: 'date', expected: undefined },
    { what: 'a moment instead of a day', address: '?date=2027-02-03T10:00', field: 'date', expected: undefined },
    { what: 'half a person', address: '?adults=1.5', field: 'adults', expected: 1 },
    { what: 'a negative price', address: '?maxPrice=-5', field: 'maxPrice', expected: undefined },
    { what: 'a price of nothing', address: '?maxPrice=0', field: 'maxPrice', expected: undefined },
    { what: 'a word that is no choice', address: '?sort=toString', field: 'sort', expected: 'PRICE' },
    { what: 'a word that has no label', address: '?state=constructor', field: 'state', expected: undefined },
    { what: 'an hour that no clock shows', address: '?time=25:00', field: 'time', expected: '10:00' },
    { what: 'a flag that is no yes', address: '?free=1', field: 'free', expected: undefined },
    {
      what: 'foreign words in a list',
      address: '?types=HOTEL,CASTLE,constructor,HOTEL',
      field: 'types',
      expected: ['HOTEL'],
    },
    { what: 'a megabyte as an id', address: `?place=${'x'.repeat(1_000_000)}`, field: 'place', expected: undefined },
  ] as const)('drops $what', ({ address, field, expected }) => {
    expect(read(address)[field]).toEqual(expected);
  });

  test.each([
    ['9999', 9],
    ['-3', 1],
    ['0', 1],
    ['9', 9],
  ])('of %s people, %i are kept', (adults, expected) => {
    expect(read(`?adults=${adults}`).adults).toBe(expected);
  });

  test('a text is cut, a script stays a text', () => {
    expect(read(`?search=${'a'.repeat(5_000)}`).search).toHaveLength(100);
    expect(read('?search=<script>alert(1)</script>').search).toBe('<script>alert(1)</script>');
  });

  test('never throws, and what was read of any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(schema.shape)), fc.string()), (texts) => {
        const once = schema.parse(texts);
        expect(read(printSearchTexts(once))).toEqual(once);
      }),
    );
  });

  test('what makes sense comes back as it was chosen', () => {
    fc.assert(fc.property(choices, (chosen) => expect(read(printSearchTexts(chosen))).toEqual(chosen)));
  });

  test('is printed short: lists with commas, nothing for what is absent', () => {
    const printed = printSearchTexts({
      from: 'plc_1',
      stops: ['0', '1'],
      none: undefined,
      empty: [],
      off: false,
      time: '08:30',
    });
    expect(printed).toBe('?from=plc_1&stops=0,1&time=08:30');
    expect(printSearchTexts({})).toBe('');
  });

  test('ids of offers may be long', () => {
    const long = 'o'.repeat(1_500);
    expect(z.object({ offers: urlList(anyId) }).parse({ offers: `${long},${'x'.repeat(3_000)}` }).offers).toEqual([
      long,
    ]);
  });
});
