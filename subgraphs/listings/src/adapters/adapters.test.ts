import { describe, expect, test } from '@jest/globals';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { NewRecord } from '@meridian/platform/event-log/event-log';
import { createSequentialIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createLogTracking } from './log-tracking.ts';

const clock = createManualClock(Date.parse('2027-03-01T09:00:00Z'));
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
