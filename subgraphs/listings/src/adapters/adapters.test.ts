import { describe, expect, test } from '@jest/globals';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { NewRecord } from '@meridian/platform/event-log/event-log';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createHttpRates } from './exchange-rates/http-rates.ts';
import { toRateTable } from './exchange-rates/reference-rates.ts';
import { createLogTracking } from './log-tracking.ts';

const clock = createManualClock(Date.parse('2027-03-01T09:00:00Z'));
const fallback = toRateTable({ base: 'USD', date: '2025-06-30', rates: { EUR: '0.85' } }, 'file');
const settled = () => new Promise((resolve) => setImmediate(resolve));

function service(answers: (() => Response)[]) {
  const asked: string[] = [];
  const fetchOnce: typeof fetch = async (url) => {
    asked.push(String(url));
    const answer = answers.shift();
    if (!answer) throw new Error('The service does not answer.');
    return answer();
  };
  return {
    asked,
    rates: createHttpRates({ url: 'http://rates.test', fallback, clock, logger: silentLogger, fetch: fetchOnce }),
  };
}
const table = (date: string) => () => Response.json({ base: 'EUR', date, rates: { USD: 1.25, XXX: 0 } });

describe('exchange rates over HTTP', () => {
  test('the table at hand serves until the newer one has come, which is asked for anew after six hours', async () => {
    const { rates, asked } = service([table('2027-03-01'), table('2027-03-02')]);
    expect((await rates.current()).date).toBe('2025-06-30');
    await settled();
    const loaded = await rates.current();
    expect([loaded.date, loaded.source, [...loaded.rates]]).toEqual([
      '2027-03-01',
      'http://rates.test',
      [['USD', '1.25']],
    ]);
    expect(asked).toHaveLength(1);
    clock.advance(6 * 3_600_000);
    await rates.current();
    await settled();
    expect((await rates.current()).date).toBe('2027-03-02');
  });

  test.each([
    ['an error', () => new Response('', { status: 500 })],
    ['nonsense', () => Response.json({ base: 'EUR', rates: { USD: 'x' } })],
  ])('%s keeps the older table, and is tried again after five minutes', async (_, wrong) => {
    const { rates, asked } = service([wrong, table('2027-03-01')]);
    await rates.current();
    await settled();
    expect((await rates.current()).date).toBe('2025-06-30');
    expect(asked).toHaveLength(1);
    clock.advance(300_000);
    await rates.current();
    await settled();
    expect((await rates.current()).date).toBe('2027-03-01');
  });
});

describe('tracking', () => {
  const view = (listingId: string) => ({ userId: null, visitId: null, listingId, kind: 'STAY' as const });
  const open = (append: (records: readonly NewRecord[]) => Promise<void>) => {
    const createEvent = createEventFactory({ source: '/meridian/listings', clock, ids: createSequentialIds() });
    const log = {
      async append(records: readonly NewRecord[]) {
        await append(records);
        return [];
      },
    };
    return createLogTracking({ log, createEvent, logger: silentLogger });
  };

  test('events go in batches, in order, and all of them before it is closed', async () => {
    const batches: number[] = [];
    const keys: string[] = [];
    const tracking = open(async (records) => {
      batches.push(records.length);
      keys.push(...records.map(({ key }) => key));
    });
    for (let index = 0; index < 620; index += 1) tracking.listingViewed(view(`sty_${index}`));
    await tracking.close();
    expect(batches).toEqual([500, 120]);
    expect(keys).toEqual(Array.from({ length: 620 }, (_, index) => `sty_${index}`));
  });

  test('a log that fails costs the events, never the caller', async () => {
    const tracking = open(() => Promise.reject(new Error('full')));
    tracking.listingViewed(view('sty_1'));
    await expect(tracking.close()).resolves.toBeUndefined();
  });
});
