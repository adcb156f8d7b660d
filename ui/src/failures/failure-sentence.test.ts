import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { describe, expect, test } from '@jest/globals';
import { isRefusal, sentenceOf } from './failure-sentence.ts';

const failed = (...errors: readonly Readonly<{ message: string; code?: string }>[]) =>
  new CombinedGraphQLErrors({
    data: { searchFlights: null },
    errors: errors.map(({ message, code }) => ({ message, ...(code === undefined ? {} : { extensions: { code } }) })),
  });

const overSentence = 'The day of departure is over. Choose today or a later one.';

describe('the sentence of a failed request', () => {
  test('arguments that the graph cannot take are told in its own words, and are no failure to try again', () => {
    const refused = failed({ message: overSentence, code: 'BAD_USER_INPUT' });
    expect([isRefusal(refused), sentenceOf(refused)]).toEqual([true, overSentence]);
  });

  test('a part that is down is a failure to try again, whatever else was refused', () => {
    const down = failed({ message: 'bookings: ECONNREFUSED', code: 'SUBGRAPH_UNAVAILABLE' });
    expect(isRefusal(down)).toBe(false);
    expect(sentenceOf(down)).toContain('not reachable at the moment');
  });

  test.each([
    ['an error without a code', failed({ message: 'Internal server error' })],
    ['no answer', new TypeError('fetch failed')],
  ])('a fault is not told in the words of machines: %s', (_, error) => {
    expect(isRefusal(error)).toBe(false);
    expect(sentenceOf(error)).not.toContain(error.message);
  });
});
