import { expect, test } from '@jest/globals';
import type { NewRecord } from '@meridian/platform/event-log/event-log';
import { createReplayParked } from '../src/application/record-events.ts';
import { openSqlStores } from './harness.ts';

test('parked events that this release can read go back into the log, however many wait; the others stay', async () => {
  await using stores = await openSqlStores();
  const parked = Array.from({ length: 450 }, (_, index) => ({
    eventId: `evt_${String(index).padStart(3, '0')}`,
    topic: 'bookings',
    key: 'bkg_1',
    // Every third one is of a version that this release does not know either.
    dataschema: index % 3 === 0 ? 'booking.held/9' : 'booking.held/2',
    value: '{}',
  }));
  await stores.raw.park(parked);
  const appended: NewRecord[] = [];
  const log = {
    async append(records: readonly NewRecord[]) {
      appended.push(...records);
      return [];
    },
  };
  const reader = { isUnreadable: (dataschema: string) => dataschema === 'booking.held/9' };
  expect(await createReplayParked({ raw: stores.raw, log, reader })()).toBe(300);
  expect(appended.map(({ eventId }) => eventId)).toEqual(
    parked.filter(({ dataschema }) => dataschema === 'booking.held/2').map(({ eventId }) => eventId),
  );
  const left = await stores.raw.parked({ after: undefined, limit: 999 });
  expect([left.length, new Set(left.map(({ dataschema }) => dataschema))]).toEqual([150, new Set(['booking.held/9'])]);
});
