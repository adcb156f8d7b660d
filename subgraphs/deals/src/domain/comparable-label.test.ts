import { expect, test } from '@jest/globals';
import { labelOfKey } from './comparable-label.ts';

test.each([
  ['flight|SIN-BKK|PREMIUM_ECONOMY|nonstop|7-20', 'nonstop premium economy flights SIN-BKK, one to three weeks ahead'],
  ['stay|HOTEL|sg|singapore|marina bay|spring', 'hotel stays in Marina Bay, Singapore, in spring'],
  ['car|SUV|us|new york', 'suv cars in New York'],
  ['something else', 'something else'],
])('%s reads "%s"', (key, label) => {
  expect(labelOfKey(key)).toBe(label);
});
