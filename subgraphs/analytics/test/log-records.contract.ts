import { expect } from '@jest/globals';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { LogRecord, LogRecords } from '../src/ports/log-records.ts';

export type LogRecordsFixture = Readonly<{ logRecords: LogRecords }>;

const record = (number: number, changes: Partial<LogRecord> = {}): LogRecord => ({
  id: `lgr_${number}`,
  time: new Date(Date.parse('2027-01-01T00:00:00.000Z') + Math.floor(number / 2)).toISOString(),
  level: 'INFO',
  service: 'bookings',
  requestId: null,
  message: `Line ${number}`,
  fields: { number },
  ...changes,
});

const idsIn = async (records: LogRecords): Promise<string[]> =>
  (await records.search({ level: 'DEBUG', first: 9 })).records.map(({ id }) => id);

/** What every adapter of {@link LogRecords} promises. */
export const logRecordsCases: readonly ContractCase<LogRecordsFixture>[] = [
  {
    name: 'pages through everything once, the newest first, whole',
    run: async ({ logRecords: records }) => {
      await records.append([1, 2, 3, 4, 5].map((number) => record(number)));
      await records.append([record(5)]);
      const seen: LogRecord[] = [];
      for (let page = 0; page < 3; page += 1) {
        const found = await records.search({ level: 'DEBUG', first: 2, after: seen.at(-1) });
        expect(found.hasNextPage).toBe(page < 2);
        seen.push(...found.records);
      }
      expect(seen).toEqual([5, 4, 3, 2, 1].map((number) => record(number)));
    },
  },
  {
    name: 'narrows by level and graver, by service and by request',
    run: async ({ logRecords: records }) => {
      await records.append([
        record(1, { level: 'DEBUG' }),
        record(2, { level: 'WARN', requestId: 'req_1' }),
        record(3, { level: 'ERROR', service: 'users' }),
      ]);
      const idsOf = async (search: object) =>
        (await records.search({ level: 'DEBUG', first: 9, ...search })).records.map(({ id }) => id);
      expect(await idsOf({ level: 'WARN' })).toEqual(['lgr_3', 'lgr_2']);
      expect(await idsOf({ service: 'users' })).toEqual(['lgr_3']);
      expect(await idsOf({ requestId: 'req_1' })).toEqual(['lgr_2']);
    },
  },
  {
    name: 'forgets what is old, the oldest first and no more than asked for',
    run: async ({ logRecords: records }) => {
      await records.append([4, 2, 1, 3, 5].map((number) => record(number)));
      expect(await records.forgetBefore(record(4).time, 2)).toBe(2);
      expect(await idsIn(records)).toEqual(['lgr_5', 'lgr_4', 'lgr_3']);
      expect([await records.forgetBefore(record(4).time, 9), await records.forgetBefore(record(4).time, 9)]).toEqual([
        1, 0,
      ]);
      expect(await idsIn(records)).toEqual(['lgr_5', 'lgr_4']);
    },
  },
  {
    name: 'forgets what is beyond a number, the oldest first and no more than asked for',
    run: async ({ logRecords: records }) => {
      await records.append([4, 2, 1, 3, 5].map((number) => record(number)));
      expect(await records.forgetBeyond(5, 9)).toBe(0);
      expect(await records.forgetBeyond(2, 2)).toBe(2);
      expect(await idsIn(records)).toEqual(['lgr_5', 'lgr_4', 'lgr_3']);
      expect([await records.forgetBeyond(2, 9), await records.forgetBeyond(2, 9)]).toEqual([1, 0]);
      expect(await idsIn(records)).toEqual(['lgr_5', 'lgr_4']);
    },
  },
];
