import { describe, expect, test } from '@jest/globals';
import { SlowReader } from '@meridian/platform/streams/bounded-queue';
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

  test('a stream that fails while it is being opened fails its reader, and is forgotten', async () => {
    const streams = createSharedStreams<number>();
    const open = () => {
      throw new Error('no way there');
    };
    await expect(streams.join({ key: 'k', open, maxBuffered: 10 }).next()).rejects.toThrow('no way there');
    expect(streams.size).toBe(0);
  });
});
