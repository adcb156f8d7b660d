import { describe, expect, test } from '@jest/globals';
import { amountSentence, readAmount } from './amount.ts';

describe('an amount that somebody writes', () => {
  test.each([
    ['300', { locale: 'en-GB', currency: 'EUR' }, '300'],
    ['300.50', { locale: 'en-GB', currency: 'EUR' }, '300.50'],
    [' 300.5 ', { locale: 'en-GB', currency: 'EUR' }, '300.5'],
    ['300,50', { locale: 'de-DE', currency: 'EUR' }, '300.50'],
    ['300.50', { locale: 'de-DE', currency: 'EUR' }, '300.50'],
    ['12.345', { locale: 'en-GB', currency: 'BHD' }, '12.345'],
    ['30000', { locale: 'ja-JP', currency: 'JPY' }, '30000'],
  ])('%j in %j is %s', (text, style, amount) => {
    expect(readAmount(text, style)).toBe(amount);
  });

  test.each([
    ['', 'EUR'],
    ['abc', 'EUR'],
    ['1e5', 'EUR'],
    ['-1', 'EUR'],
    ['300,50', 'EUR'],
    ['1,234', 'EUR'],
    ['1.234', 'EUR'],
    ['3.5', 'JPY'],
    ['0300', 'EUR'],
    ['12345678901', 'EUR'],
  ])('%j in %s is none', (text, currency) => {
    expect(readAmount(text, { locale: 'en-GB', currency })).toBeUndefined();
  });

  test('is shown by an example of its currency and place', () => {
    const say = (locale: string, currency: string) => amountSentence({ locale, currency });
    expect(say('en-GB', 'EUR')).toBe('Write the amount as digits, such as 300.50.');
    expect(say('de-DE', 'EUR')).toBe('Write the amount as digits, such as 300,50.');
    expect(say('ja-JP', 'JPY')).toBe('Write the amount as digits, such as 300.');
  });
});
