import { expect, test } from '@jest/globals';
import { isVisible, nameOf } from './name.ts';

test.each([
  ['  Harbour   View ', 'Harbour View'],
  ['Harbour\r\nView\u2028by the\u00a0sea', 'Harbour View by the sea'],
  ['\u202EweiV\u202C Harbour \u2067x\u2069', 'weiV Harbour x'],
  ['Bell\u0007 and\u0000 tab\there', 'Bell and tab here'],
  ['caf\uFFFD', 'caf'],
  ['👨‍👩‍👧 home', '👨‍👩‍👧 home'],
  ['שלום עולם', 'שלום עולם'],
])('%j is the name %j', (text, name) => expect(nameOf(text)).toBe(name));

test.each([
  '',
  '  ',
  '\u200B',
  '\u3164',
  '\u2800 \u2800',
  '\u115F\u1160',
  '\uFFA0',
  '\u2060\uFEFF',
  '\u202E\n',
  '\u034F',
  '\u00AD',
])('%j is no name: nobody can see it', (text) => {
  expect(isVisible(text)).toBe(false);
  expect(nameOf(text)).toBe('');
});
