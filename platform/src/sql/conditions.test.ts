import { expect, test } from '@jest/globals';
import { allOf, containing } from './conditions.ts';

test('conditions are joined in their order, with their values', () => {
  const conditions = [
    { sql: 'a = ?', params: [1] },
    { sql: '(b = ? OR c = ?)', params: ['x', 'y'] },
  ];
  expect(allOf(conditions)).toEqual({ sql: 'a = ? AND (b = ? OR c = ?)', params: [1, 'x', 'y'] });
});

test('without any condition everything holds', () => {
  expect(allOf([])).toEqual({ sql: '1 = 1', params: [] });
});

test('what is looked for is a part in lower case, in which no character is a wildcard', () => {
  expect(containing('50% of A_b!')).toBe('%50!% of a!_b!!%');
});
