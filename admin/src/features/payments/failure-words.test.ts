import { expect, test } from '@jest/globals';
import { failureInWords } from './failure-words.ts';

test('why a payment failed is said in words, also where the provider’s word is a new one', () => {
  expect(failureInWords('insufficient_funds')).toBe('Not enough money on the card');
  expect(failureInWords('do_not_honour')).toBe('Do not honour');
  expect(failureInWords(null)).toBeUndefined();
});
