import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBoundedQueue, SlowReader } from './bounded-queue.ts';

const read = async <Item>(items: AsyncGenerator<Item, void, void>, count: number) => {
  const seen: Item[] = [];
  while (seen.length < count) {
    const { done, value } = await items.next();
    if (done) break;
    seen.push(value);
  }
  return seen;
};

/** A queue that counts its ends. */
function openQueue(maxItems: number) {
  const ends: string[] = [];
  return Object.assign(
    createBoundedQueue<number>(maxItems, () => ends.push('ended')),
    { ends },
  );
}

describe('createBoundedQueue', () => {
  test('as many as it holds are kept, one more fails the reader and frees the memory', async () => {
    const full = openQueue(2);
    expect([full.push(1), full.push(2)]).toEqual([true, true]);
    expect(await read(full.items, 2)).toEqual([1, 2]);
    expect([full.push(3), full.push(4), full.ends.length]).toEqual([true, true, 0]);
    expect([full.push(5), full.ends.length]).toEqual([false, 1]);
    await expect(full.items.next()).rejects.toBeInstanceOf(SlowReader);
    expect(await full.items.next()).toEqual({ done: true, value: undefined });
  });

  test('the end and an error come behind what is held, the error once', async () => {
    const ended = openQueue(5);
    ended.push(1);
    ended.end();
    expect(await read(ended.items, 9)).toEqual([1]);
    const failed = openQueue(5);
    failed.push(1);
    failed.fail(new Error('lost'));
    expect(await read(failed.items, 1)).toEqual([1]);
    await expect(failed.items.next()).rejects.toThrow('lost');
    expect((await failed.items.next()).done).toBe(true);
  });

  test('an error reaches a read that waits; one that waits behind it gets the end', async () => {
    const queue = openQueue(5);
    const reads = Promise.allSettled([queue.items.next(), queue.items.next()]);
    queue.fail(new Error('lost'));
    expect(await reads).toMatchObject([
      { status: 'rejected', reason: { message: 'lost' } },
      { status: 'fulfilled', value: { done: true } },
    ]);
  });

  test('leaving settles reads that wait, and drops what nobody has read', async () => {
    const queue = openQueue(5);
    const waiting = queue.items.next();
    await queue.items.return();
    expect((await waiting).done).toBe(true);
    const left = openQueue(5);
    left.push(1);
    left.fail(new Error('lost'));
    await left.items.return();
    expect((await left.items.next()).done).toBe(true);
  });

  test('it ends once, and behind the end it takes nothing', async () => {
    const queue = openQueue(5);
    queue.end();
    queue.fail(new Error('too late'));
    await queue.items.return();
    expect([queue.push(1), queue.ends, queue.isEnded]).toEqual([true, ['ended'], true]);
    expect((await queue.items.next()).done).toBe(true);
  });

  test('two reads at once get two items, in order', async () => {
    const queue = openQueue(5);
    const reads = [queue.items.next(), queue.items.next()];
    queue.push(1);
    queue.push(2);
    expect(await Promise.all(reads)).toEqual([1, 2].map((value) => ({ done: false, value })));
  });

  test('a writer that waits for room goes on when an item was read, and when the reader leaves', async () => {
    const queue = openQueue(1);
    const steps: string[] = [];
    queue.push(1);
    const room = queue.hasRoom().then(() => steps.push('room'));
    steps.push('full');
    await queue.items.next();
    await room;
    expect(steps).toEqual(['full', 'room']);
    queue.push(2);
    const end = queue.hasRoom();
    await queue.items.return();
    await end;
    await queue.hasRoom();
    expect(queue.isEnded).toBe(true);
  });

  test('whatever the interleaving, a reader sees a prefix in order, and all of it unless he was too slow', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('push', 'read'), { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        async (actions, size) => {
          const queue = createBoundedQueue<number>(size);
          let pushed = 0;
          let overflow = false;
          const reads: Promise<IteratorResult<number, void>>[] = [];
          for (const action of actions) {
            if (action === 'push') overflow ||= !queue.push(pushed++);
            else reads.push(queue.items.next());
          }
          queue.end();
          const seen = (await Promise.allSettled(reads)).flatMap((result) =>
            result.status === 'fulfilled' && !result.value.done ? [result.value.value] : [],
          );
          expect(seen).toEqual(seen.map((_, index) => index));
          if (!overflow) expect(seen.length + (await read(queue.items, 100)).length).toBe(pushed);
        },
      ),
    );
  });
});
