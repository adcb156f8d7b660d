import { expect, test } from '@jest/globals';
import { toGenerator } from './generator.ts';

/** A stream that never has an item: a reader waits until it leaves. */
function openQuietStream() {
  let settle: (() => void) | undefined;
  const left: string[] = [];
  const items = toGenerator<string>({
    next: () =>
      new Promise((resolve) => {
        settle = () => resolve({ done: true, value: undefined });
      }),
    async leave() {
      left.push('left');
      settle?.();
    },
  });
  return { items, left };
}

test('leaving settles a read that waits, which an async function could not', async () => {
  const { items, left } = openQuietStream();
  const waiting = items.next();
  expect(await items.return()).toEqual({ done: true, value: undefined });
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(left).toEqual(['left']);
});

test('an error that is thrown into it leaves the stream and goes on', async () => {
  const { items, left } = openQuietStream();
  await expect(items.throw(new Error('enough'))).rejects.toThrow('enough');
  expect(left).toEqual(['left']);
});

test('a loop that breaks leaves, and so does the end of a scope', async () => {
  const left: string[] = [];
  const open = (name: string) =>
    toGenerator({ next: async () => ({ done: false, value: name }) as const, leave: () => void left.push(name) });
  for await (const name of open('loop')) if (name) break;
  {
    await using scoped = open('scope');
    expect(await scoped.next()).toEqual({ done: false, value: 'scope' });
  }
  expect(left).toEqual(['loop', 'scope']);
});
