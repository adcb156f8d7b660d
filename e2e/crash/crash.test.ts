import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { createBookingsTarget } from './bookings-target.ts';
import { torment, verify } from './crash.ts';

// A short run; `e2e/crash/main.ts` does twenty kills, of the service alone or of the whole server.
describe('bookings under kill -9', () => {
  let data: string;
  let answersFile: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'meridian-crash-'));
    const target = await createBookingsTarget(data);
    ({ answersFile } = await torment({ target, data, kills: 3, clients: 6, seed: 11, longestLifeInMs: 1_000 }));
  }, 120_000);
  afterAll(() => rm(data, { recursive: true, force: true }));

  test('keeps every answer with its stock, payment and events', async () => {
    const { ok, report } = await verify(data, answersFile);
    expect({ ok, problems: (JSON.parse(report) as { problems: string[] }).problems }).toEqual({
      ok: true,
      problems: [],
    });
  });

  // The proof must be able to fail: each damage is what one broken promise would leave behind.
  test.each([
    ['bookings.db', 'UPDATE stock SET sold = sold + 1 WHERE sold > 0', 'a slot has sold what its bookings bought'],
    ['bookings.db', 'DELETE FROM invoice WHERE number = 1', 'invoices have no gaps'],
    ['bookings.db', `UPDATE booking SET user_id = 'usr_other'`, 'an answered booking exists'],
    [
      'payments.db',
      `UPDATE sandbox_payment SET state = 'VOIDED' WHERE state = 'CAPTURED'`,
      'the provider charged what we say it charged',
    ],
    ['log.db', `DELETE FROM records WHERE value LIKE '%"type":"booking.confirmed"%'`, 'no event of a booking is lost'],
  ])('is seen to be broken: %s, %s', async (file, damage, promise) => {
    await using database = await openSqliteDatabase({ file: join(data, file) });
    await database.execute(damage);
    const { ok, report } = await verify(data, answersFile);
    expect(ok).toBe(false);
    expect((JSON.parse(report) as { broken: string[] }).broken).toContain(promise);
  });
});
