import { describe, expect, test } from '@jest/globals';
import {
  isClock,
  isEmail,
  isIataAirlineCode,
  isIataAirportCode,
  isPhoneNumber,
  isText,
  isUsState,
  isUsZipCode,
} from './validation.ts';

describe('texts', () => {
  const rule = { minLength: 1, maxLength: 5 };

  test('length counts characters as people see them, without the space around', () => {
    expect(isText('  hello ', rule)).toBe(true);
    expect(isText('👨‍👩‍👧‍👦'.repeat(5), rule)).toBe(true);
    expect(isText('é'.repeat(6), rule)).toBe(false);
    expect(isText('a\nb\tc', rule)).toBe(true);
  });

  test.each([
    [''],
    ['   '],
    ['abcdef'],
    ['a\u0000b'],
    ['a\uFFFDb'],
    ['\uD800'],
    ['a\u202Eb'],
    ['\u200B'],
    ['\u200D \u2060'],
    ['\u3164'],
    ['\u2800\u2800'],
    [5],
    ['x'.repeat(1_000_000)],
  ])('refuses one of the wrong texts', (value) => {
    expect(isText(value, rule)).toBe(false);
  });
});

type Case = readonly [
  name: string,
  check: (value: unknown) => boolean,
  right: readonly unknown[],
  wrong: readonly unknown[],
];
const cases: readonly Case[] = [
  ['time of the day', isClock, ['00:00', '23:59'], ['24:00', '7:30', '12:60', '12:30:00', '', null]],
  [
    'mail address',
    isEmail,
    ['ada@example.com', 'a.b+c@mail.example.co.uk', "o'neil@x-y.org", `${'a'.repeat(64)}@example.com`],
    [
      '',
      'ada',
      'ada@',
      '@x.com',
      'ada@localhost',
      'a..b@x.com',
      '.a@x.com',
      'a@x..com',
      'a@-x.com',
      'a b@x.com',
      'a@x.com\n',
      'a@x.com,b@x.com',
      `${'a'.repeat(65)}@x.com`,
      `a@${'x'.repeat(60)}.${'y.'.repeat(100)}com`,
      7,
    ],
  ],
  ['airport code', isIataAirportCode, ['SIN', 'JFK'], ['sin', 'SI', 'SING', 'S1N', '', null]],
  ['airline code', isIataAirlineCode, ['SQ', 'U2', '9W'], ['S', 'sq', '12', 'SQA', '', null]],
  ['US state', isUsState, ['NY', 'DC', 'PR'], ['ny', 'XX', 'New York', '', null]],
  ['ZIP code', isUsZipCode, ['10001', '10001-1234'], ['1000', '100011', '10001-', '10001-12', 'ABCDE', 10_001]],
  [
    'telephone number',
    isPhoneNumber,
    ['+6561234567', '+12125550100'],
    ['6561234567', '+0123456789', '+1', '+1 212 555', '+1234567890123456', null],
  ],
];

describe.each(cases)('%s', (...[, check, right, wrong]) => {
  test('accepts what is right and refuses what is wrong', () => {
    expect(right.filter((value) => !check(value))).toEqual([]);
    expect(wrong.filter((value) => check(value))).toEqual([]);
  });
});
