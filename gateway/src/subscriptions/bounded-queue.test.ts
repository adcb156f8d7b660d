import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createBoundedQueue, SlowReader } from './bounded-queue.ts';
import { createSharedStreams } from './shared-streams.ts';

const read = async <Item>(items: AsyncGenerator<Item, void, void>, count: number) => {
  const seen: Item[] = [];
  while (seen.length < count) {
    const { done, value } = await items.next();
    if (done) break;
    seen.push(value);
  }
  return seen;
};

describe('createBoundedQueue', () => {
  test('as many as it holds are kept, one more fails the reader and frees the memory', async () => {
    const full = createBoundedQueue<number>(2);
    expect([full.push(1), full.push(2)]).toEqual([true, true]);
    expect(await read(full.items, 2)).toEqual([1, 2]);
    expect([full.push(3), full.push(4), full.push(5)]).toEqual([true, true, false]);
    await expect(full.items.next()).rejects.toBeInstanceOf(SlowReader);
  });

  test('the end and an error come behind what is held', async () => {
    const ended = createBoundedQueue<number>(5);
    ended.push(1);
    ended.end();
    expect(await read(ended.items, 9)).toEqual([1]);
    const failed = createBoundedQueue<number>(5);
    failed.push(1);
    failed.fail(new Error('lost'));
    expect(await read(failed.items, 1)).toEqual([1]);
    await expect(failed.items.next()).rejects.toThrow('lost');
  });

  test('leaving settles a read that waits', async () => {
    const queue = createBoundedQueue<number>(5);
    const waiting = queue.items.next();
    await queue.items.return();
    expect((await waiting).done).toBe(true);
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
            // One read at a time, as a socket does it.
            else if (reads.length < pushed) reads.push(queue.items.next());
          }
          queue.end();
          const seen = (await Promise.allSettled(reads)).flatMap((read) =>
            read.status === 'fulfilled' && !read.value.done ? [read.value.value] : [],
          );
          expect(seen).toEqual(seen.map((_, index) => index));
          if (!overflow) expect(seen.length + (await read(queue.items, 100)).length).toBe(pushed);
        },
      ),
    );
  });
});

describe('createSharedStreams', () => {
  async function* count(to: number) {
    for (let n = 1; n <= to; n += 1) yield n;
  }

  test('readers of one key see one stream; an error reaches all of them', async () => {
    const streams = createSharedStreams<number>();
    let opened = 0;
    const open = async function* () {
      opened += 1;
      yield 1;
      throw new Error('lost');
    };
    const readers = [1, 2].map(() => streams.join({ key: 'k', open, maxBuffered: 10 }));
    for (const reader of readers) {
      expect(await read(reader, 1)).toEqual([1]);
      await expect(reader.next()).rejects.toThrow('lost');
    }
    expect([opened, streams.size]).toEqual([1, 0]);
  });

  test('one slow reader is told and left behind; the other gets everything', async () => {
    const streams = createSharedStreams<number>();
    let overflows = 0;
    const slow = streams.join({ key: 'k', open: () => count(50), maxBuffered: 5, onOverflow: () => (overflows += 1) });
    const quick = streams.join({ key: 'k', open: () => count(50), maxBuffered: 100 });
    expect(await read(quick, 50)).toHaveLength(50);
    expect(overflows).toBe(1);
    await expect(slow.next()).rejects.toBeInstanceOf(SlowReader);
  });

  test('who comes after the last has left opens a new stream', async () => {
    const streams = createSharedStreams<number>();
    const first = streams.join({ key: 'k', open: () => count(1000), maxBuffered: 2000 });
    await first.next();
    await first.return();
    expect(await read(streams.join({ key: 'k', open: () => count(2), maxBuffered: 10 }), 9)).toEqual([1, 2]);
  });
});
