import { expect, test } from '@jest/globals';
import { createManualTicker } from './manual-ticker.ts';

test('an action runs once per tick, is waited for, and no longer runs when it was ended', async () => {
  const ticker = createManualTicker();
  const done: string[] = [];
  const action = (name: string) => async () => {
    await Promise.resolve();
    done.push(name);
  };
  const end = ticker.every(1_000, action('one'));
  ticker.every(1, action('two'));
  expect(done).toEqual([]);
  await ticker.tick();
  expect(done).toEqual(['one', 'two']);
  end();
  await ticker.tick();
  expect(done).toEqual(['one', 'two', 'two']);
});
