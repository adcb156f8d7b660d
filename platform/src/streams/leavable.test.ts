import { expect, test } from '@jest/globals';
import { leavable } from './leavable.ts';

/** A stream that has nothing to say until it is left. */
async function* quiet(left: AbortSignal): AsyncGenerator<string, void, void> {
  await new Promise<void>((resolve) => left.addEventListener('abort', () => resolve(), { once: true }));
}

test('a generator function that waits for its source hears that its reader has left', async () => {
  const items = leavable(quiet);
  const waiting = items.next();
  await items.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
});
