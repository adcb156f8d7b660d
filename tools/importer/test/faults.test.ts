import { describe, expect, test } from '@jest/globals';
import * as rows from './fixtures.ts';
import { counts, openBench } from './import.testkit.ts';

describe('faults', () => {
  test('killed between batches and run again, it ends with the same data', async () => {
    const text = `${[rows.hotelHeader, ...Array.from({ length: 1700 }, (_, index) => rows.hotelRow(String(50 + (index % 40))))].join('\n')}\n`;
    await using whole = await openBench();
    await whole.run(['hotel-demand', await whole.file('h.csv', text)]);
    await using killed = await openBench();
    const stop = new AbortController();
    const prices = {
      recordObservations: async (batch: Parameters<typeof killed.intake.prices.recordObservations>[0]) => {
        if (killed.intake.records.size >= 1000) throw new Error('disk full');
        return killed.intake.prices.recordObservations(batch);
      },
    };
    const file = await killed.file('h.csv', text);
    const failed = await killed.run(['hotel-demand', file], {
      openIntakes: async () => ({
        listings: killed.intake.listings,
        prices,
        [Symbol.asyncDispose]: async () => undefined,
      }),
      signal: stop.signal,
    });
    expect(failed.code).toBe(1);
    expect(failed.error.join('\n')).toContain('stopped by a fault: disk full');
    expect((await killed.run(['hotel-demand', file])).counts).toEqual(counts(1700, 700, { unchanged: 1000 }));
    expect([...killed.intake.records.keys()].sort()).toEqual([...whole.intake.records.keys()].sort());
  });

  test('Ctrl-C ends after the batch in hand with 130', async () => {
    await using bench = await openBench();
    const stop = new AbortController();
    stop.abort();
    const file = await bench.file('h.csv', `${rows.hotelHeader}\n${rows.hotelRow('50')}\n`);
    const { code, error } = await bench.run(['hotel-demand', file], { signal: stop.signal });
    expect(code).toBe(130);
    expect(error.join('\n')).toContain('run the same command again');
  });
});
