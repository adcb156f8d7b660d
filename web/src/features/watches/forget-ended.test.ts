import { InMemoryCache } from '@apollo/client';
import { expect, test } from '@jest/globals';
import { forgetEnded } from './forget-ended.ts';

const watch = { __typename: 'PriceWatch', id: 'wch_1' } as const;

/** The kinds of things that are left of a cache with one watch after this answer. */
function leftAfter(answer: Parameters<typeof forgetEnded>[1]['answer']) {
  const cache = new InMemoryCache();
  cache.restore({
    ROOT_QUERY: { __typename: 'Query', me: { __ref: 'User:usr_1' } },
    'User:usr_1': { __typename: 'User', id: 'usr_1', watched: { __ref: 'PriceWatch:wch_1' } },
    'PriceWatch:wch_1': watch,
  });
  forgetEnded(cache, { watch, answer });
  return Object.keys(cache.extract());
}

const refusal = { code: 'NOT_FOUND', message: 'It is not there.', path: null, retryable: false } as const;

test('a watch that is deleted, or that was deleted before, is gone from the page', () => {
  expect(leftAfter({ __typename: 'PriceWatchDeleted', id: 'wch_1' })).not.toContain('PriceWatch:wch_1');
  expect(leftAfter({ __typename: 'NotFound', ...refusal })).not.toContain('PriceWatch:wch_1');
});

test('a watch that the graph would not delete, or of which nothing is known, stays on the page', () => {
  expect(leftAfter({ __typename: 'NotPermitted', ...refusal })).toContain('PriceWatch:wch_1');
  expect(leftAfter(null)).toContain('PriceWatch:wch_1');
  expect(leftAfter(undefined)).toContain('PriceWatch:wch_1');
});
