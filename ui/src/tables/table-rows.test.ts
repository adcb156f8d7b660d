import { expect, test } from '@jest/globals';
import { rowsOf } from './table-rows.ts';

const onRetry = () => undefined;
const error = new Error('It does not answer.');

test('rows are on their way until they are there or have failed; what is there stays though asking anew fails', () => {
  expect(rowsOf(undefined, { error: undefined, onRetry })).toEqual({ state: 'loading' });
  for (const missing of [undefined, null])
    expect(rowsOf(missing, { error, onRetry })).toEqual({ state: 'failed', error, onRetry });
  for (const failure of [undefined, error])
    expect(rowsOf([], { error: failure, onRetry })).toEqual({ state: 'ready', rows: [] });
});
