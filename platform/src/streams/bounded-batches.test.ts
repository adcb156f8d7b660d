import { describe, expect, test } from '@jest/globals';
import type { LogFields } from '../observability/logger.ts';
import { createBoundedBatches } from './bounded-batches.ts';

/** A receiver that can stand still, or refuse; it is told apart from one that works by `gate` and `refuses` alone. */
function open(bounds: Readonly<{ largestBatch?: number; mostHeld?: number }> = {}) {
  const received: number[][] = [];
  const warnings: (readonly [fields: LogFields, message: string])[] = [];
  const receiver = { gate: Promise.resolve(), refuses: false };
  const batches = createBoundedBatches<number>({
    async send(batch) {
      await receiver.gate;
      if (receiver.refuses) throw new Error('full');
      received.push([...batch]);
    },
    logger: { warn: (fields, message) => void warnings.push([fields, message]) },
    // No test waits for the timer: what is not due leaves by a flush.
    bounds: { largestBatch: 3, longestWaitInMs: 3_600_000, mostHeld: 10, ...bounds },
  });
  const standStill = () => {
    let release = () => {};
    receiver.gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  const lost = () => warnings.flatMap(([{ lost: count }]) => (typeof count === 'number' ? [count] : []));
  return { batches, received, warnings, receiver, standStill, lost };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('bounded batches', () => {
  test('a full batch leaves at once, a smaller one at a flush, all in order', async () => {
    const { batches, received } = open();
    for (const entry of upTo(7)) batches.add(entry);
    await batches.flush();
    expect(received).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
    batches.add(7);
    await batches.flush();
    expect(received.at(-1)).toEqual([7]);
    await batches.close();
  });

  test('while the receiver stands still, as many are held as may be, and the others are counted, not kept', async () => {
    const { batches, received, warnings, standStill, lost } = open();
    const release = standStill();
    const taken = upTo(10_000).filter((entry) => batches.add(entry));
    expect([taken, received, warnings.length]).toEqual([upTo(10), [], 1]);
    release();
    await batches.flush();
    expect(received.flat()).toEqual(upTo(10));
    expect(lost()).toEqual([9_990]);
    batches.add(10_000);
    await batches.close();
    expect([received.flat().length, lost()]).toEqual([11, [9_990]]);
  });

  test('what is refused waits, and leaves in order when it is taken again', async () => {
    const { batches, received, receiver, lost } = open();
    receiver.refuses = true;
    for (const entry of upTo(5)) batches.add(entry);
    await batches.flush();
    expect(received).toEqual([]);
    receiver.refuses = false;
    await batches.flush();
    expect([received, lost()]).toEqual([
      [
        [0, 1, 2],
        [3, 4],
      ],
      [],
    ]);
    await batches.close();
  });

  test('closing does not wait for a receiver that refuses, and tells what it costs', async () => {
    const { batches, receiver, lost } = open();
    receiver.refuses = true;
    for (const entry of upTo(4)) batches.add(entry);
    await batches.close();
    expect([batches.add(4), lost()]).toEqual([false, [4]]);
  });

  test('a small batch leaves by itself, also after a refusal', async () => {
    const sent = new Promise<readonly number[]>((resolve) => {
      let refusals = 1;
      const batches = createBoundedBatches<number>({
        async send(batch) {
          refusals -= 1;
          if (refusals >= 0) throw new Error('not yet');
          resolve(batch);
        },
        logger: { warn: () => undefined },
        bounds: { largestBatch: 3, longestWaitInMs: 1, mostHeld: 10 },
      });
      batches.add(1);
    });
    expect(await sent).toEqual([1]);
  });

  test('a flush ends though others go on adding', async () => {
    const { batches } = open({ largestBatch: 1 });
    let isFlushed = false;
    const addUntilFlushed = async () => {
      for (const entry of upTo(5_000)) {
        if (isFlushed) return 'flushed';
        batches.add(entry);
        await Promise.resolve();
      }
      return 'never flushed';
    };
    const adding = addUntilFlushed();
    await batches.flush();
    isFlushed = true;
    expect(await adding).toBe('flushed');
    await batches.close();
  });
});
