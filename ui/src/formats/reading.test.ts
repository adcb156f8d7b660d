import { expect, test } from '@jest/globals';
import { readingOf, readsAlike } from './reading.ts';

const own = new Intl.Locale(new Intl.NumberFormat().resolvedOptions().locale);

test("a language without a region leaves the browser's own way of writing it", () => {
  expect(readingOf({ locale: own.language, currency: 'USD' })).toEqual({ locale: undefined, currency: 'USD' });
  expect(readsAlike({}, readingOf({ locale: own.language, currency: 'USD' }))).toBe(true);
});

test.each([`${own.language}-ZA`, own.language === 'sw' ? 'fi' : 'sw'])(
  '%s says more than the browser does',
  (locale) => {
    expect(readingOf({ locale })).toEqual({ locale, currency: undefined });
  },
);
