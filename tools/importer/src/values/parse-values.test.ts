import { expect, test } from '@jest/globals';
import { parseNumber, parseWhole } from './parse-number.ts';
import { parseText, plainText } from './parse-values.ts';

test('whole numbers may be written with a point, which is where decimals begin in all that is no money', () => {
  expect(['5', '5.0', '1,000', '1 000', '5.5', '', '\\N'].map(parseWhole)).toEqual([
    5,
    5,
    1000,
    1000,
    undefined,
    undefined,
    undefined,
  ]);
  expect(['1.345', '-1.345', '1 234.5', '1,234', '0,123'].map(parseNumber)).toEqual([
    1.345, -1.345, 1234.5, 1234, 0.123,
  ]);
});

test('descriptions lose their tags and keep their lines', () => {
  expect(plainText('One<br /><br /><b>The space</b><br/>Tea &amp; cake', 100)).toBe('One\n\nThe space\nTea & cake');
  expect(plainText('abcdef', 4)).toBe('abc…');
  expect(plainText('\u202Eevil\u202C\nline\u0007', 100)).toBe('evil\nline');
  expect(plainText(' <b>\u3164</b> ', 100)).toBeUndefined();
});

test('a text stands on one line; what cannot be seen, or stands for nothing, is none', () => {
  expect(parseText('Sea\u2067 view,\n  two  rooms')).toBe('Sea view, two rooms');
  expect(['\u3164', '\u2800', '\u200B\u200D', ' ', 'NULL', '\u200BNULL'].map(parseText)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    '\u200BNULL',
  ]);
});
