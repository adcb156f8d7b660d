import { expect, test } from '@jest/globals';
import { failureOfAnswer } from './failure-of-answer.ts';

test('a request has failed when it was refused and when its answer says so, and not otherwise', async () => {
  const failure = new Error('It does not answer.');
  expect(await failureOfAnswer(Promise.reject(failure))).toBe(failure);
  expect(await failureOfAnswer(Promise.reject())).toBeInstanceOf(Error);
  expect(await failureOfAnswer(Promise.resolve({ data: undefined, error: failure }))).toBe(failure);
  for (const answer of [{ data: {} }, { data: {}, error: undefined }, undefined, 'done'])
    expect(await failureOfAnswer(Promise.resolve(answer))).toBeUndefined();
});
