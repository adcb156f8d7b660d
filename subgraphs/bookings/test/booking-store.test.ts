import { describe, expect, test } from '@jest/globals';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { stockStatements } from '../src/adapters/sql/sql-stock.ts';
import type { Operations } from '../src/ports/operations.ts';
import { bookingRowCases } from './booking-rows.contract.ts';
import { bookingStoreContract, ROOM } from './booking-store.contract.ts';
import { forgottenTravelerCases } from './forgotten-travelers.contract.ts';
import { type Mutation, openSqlStore } from './support/store-under-test.ts';

const everyCase = [...bookingStoreContract, ...bookingRowCases, ...forgottenTravelerCases];

describeContract('BookingStore on SQL', everyCase, () => openSqlStore());

/** Forgets every key as soon as it was claimed. */
const forgetful = (operations: Operations): Operations => ({
  ...operations,
  async start() {
    return { status: 'FRESH', id: 'opn_forgotten' };
  },
});

/** A transaction whose writing statements are rewritten. */
const rewriting =
  (rewrite: (sql: string) => string) =>
  (database: SqlDatabase): SqlDatabase => ({
    ...database,
    transaction: (work) =>
      database.transaction((sql) =>
        work({
          ...sql,
          execute: (text, params) => sql.execute(rewrite(text), params),
          executeMany: (text, params) => sql.executeMany(rewrite(text), params),
        }),
      ),
  });

/** A transaction whose reading statements are rewritten. */
const reading =
  (rewrite: (sql: string) => string) =>
  (database: SqlDatabase): SqlDatabase => ({
    ...database,
    transaction: (work) =>
      database.transaction((sql) => work({ ...sql, query: (text, params) => sql.query(rewrite(text), params) })),
  });

/** Drops a condition of the updates of a table: its value is still bound, but nothing is compared with it. */
const withoutCondition = (table: string, condition: string): Mutation => ({
  database: rewriting((sql) =>
    sql.startsWith(`UPDATE ${table} `)
      ? sql.replace(condition, condition.replace(/^AND .* = \?$/, 'AND ? IS NOT NULL'))
      : sql,
  ),
});

/** Counts as a sequence does: what was counted stays counted, whatever becomes of the transaction. */
const countingApart = (database: SqlDatabase): SqlDatabase => ({
  ...database,
  async transaction(work) {
    let isCounted = false;
    let answer: unknown;
    try {
      answer = await database.transaction((sql) => {
        const execute: SqlTransaction['execute'] = (text, params) => {
          isCounted ||= text.startsWith('UPDATE invoice_counter');
          return sql.execute(text, params);
        };
        return work({ ...sql, execute });
      });
      return answer as Awaited<ReturnType<typeof work>>;
    } finally {
      const isKept = (answer as { ok?: boolean } | undefined)?.ok === true;
      if (isCounted && !isKept) await database.execute('UPDATE invoice_counter SET last_number = last_number + 1');
    }
  },
});

/** Reads what was committed when the transaction was asked for, as a snapshot would be: not what others have added since. */
const countingFromOutside = (database: SqlDatabase): SqlDatabase => ({
  ...database,
  async transaction(work) {
    const select = `SELECT hold_expires_at AS "endsAt" FROM booking WHERE user_id = ? AND state = 'HELD'`;
    const before = await database.query(select, ['usr_ada']);
    return database.transaction((sql) => {
      const query = ((text, params) =>
        text.startsWith(select) ? Promise.resolve(before) : sql.query(text, params)) as SqlTransaction['query'];
      return work({ ...sql, query });
    });
  },
});

const payments = 'a payment moves only from the state, version and step that were decided on';
const bookings = 'a row moves only from the state and version that were decided on';

/** Leaves out every statement that begins so: nothing is written, and nobody is told. */
const leavingOut = (beginning: RegExp): Mutation => ({
  database: (database) => ({
    ...database,
    transaction: (work) =>
      database.transaction((sql) =>
        work({
          ...sql,
          execute: (text, params) => (beginning.test(text) ? Promise.resolve(0) : sql.execute(text, params)),
        }),
      ),
  }),
});

/** How an adapter may be wrong, and which promise it breaks by that. */
const mutants: Readonly<Record<string, readonly [Mutation, string]>> = {
  'takes stock without the condition on what is left': [
    {
      stock: {
        ...stockStatements,
        hold: 'UPDATE stock SET held = held + ?, version = version + 1 WHERE resource = ? AND slot = ? AND ? > 0',
      },
    },
    'the last unit is taken once, however many ask at the same time',
  ],
  'takes of a bucket without the condition on its limit': [
    {
      stock: {
        ...stockStatements,
        takeBucket: `UPDATE bucket_stock SET taken = taken + ?, sale_limit = ?
        WHERE resource = ? AND slot = ? AND bucket = ? AND ? + ? >= 0`,
      },
    },
    'a fare bucket sells no more than its limit, within a resource that has more',
  ],
  'commits what was written before a returned failure': [
    {
      database: (database) => ({
        ...database,
        // The answer hides in a box, so that the database cannot see that it is a failure: as most runners would have it.
        transaction: async (work) => (await database.transaction(async (sql) => ({ answer: await work(sql) }))).answer,
      }),
    },
    'a returned failure undoes stock, booking, event and idempotency record',
  ],
  'keeps no idempotency records': [
    {
      store: (store) => ({
        transaction: (work) => store.transaction((tx) => work({ ...tx, operations: forgetful(tx.operations) })),
      }),
    },
    'the same key and input get the first answer, and the work runs once',
  ],
  'moves a booking from any state': [withoutCondition('booking', 'AND state = ?'), bookings],
  'moves a booking from any version': [withoutCondition('booking', 'AND version = ?'), bookings],
  'moves a payment from any state': [withoutCondition('payment', 'AND state = ?'), payments],
  'moves a payment from any version': [withoutCondition('payment', 'AND version = ?'), payments],
  'moves a payment from any step': [withoutCondition('payment', "AND COALESCE(pending_step, '') = ?"), payments],
  'moves a payment that was taken over': [withoutCondition('payment', "AND COALESCE(step_due_at, '') = ?"), payments],
  'moves a refund from any state': [
    withoutCondition('refund', 'AND state = ?'),
    'a refund moves only from the state that was decided on',
  ],
  'answers a request from any state': [
    withoutCondition('approval_request', 'AND state = ?'),
    'a request is answered once',
  ],
  'counts holds apart from its transaction': [
    { database: countingFromOutside },
    'a bound on the holds of a user is kept, however many are asked for at the same time',
  ],
  'counts the holds of everybody': [
    { database: reading((sql) => sql.replace('WHERE user_id = ? AND state', 'WHERE ? IS NOT NULL AND state')) },
    'the holds of a user are those that keep stock, the soonest to end first, and nobody else counts',
  ],
  'counts bookings in any state as holds': [
    { database: reading((sql) => sql.replace(" AND state = 'HELD'", '')) },
    'the holds of a user are those that keep stock, the soonest to end first, and nobody else counts',
  ],
  'remembers nobody who is forgotten': [
    leavingOut(/^INSERT INTO forgotten_user/),
    'who is forgotten is remembered as such by id, however often it is told, and nobody else is',
  ],
  'takes the names of who is forgotten from what stands, too': [
    { database: rewriting((sql) => sql.replace(/ AND state IN \(([?, ]+)\)$/, " AND '' NOT IN ($1)")) },
    'the names of who is forgotten go at once from what is over, and stay with what stands',
  ],
  'leaves the names of who is forgotten where it is over already': [
    leavingOut(/^UPDATE booking SET contact_email .* WHERE user_id/),
    'the names of who is forgotten go at once from what is over, and stay with what stands',
  ],
  'leaves the names of who is forgotten where it is over later': [
    leavingOut(/^UPDATE booking SET contact_email .* WHERE id/),
    'a booking that stood when its traveler was forgotten loses its names with the move after which it is over',
  ],
  'takes the names of everybody whose booking is over': [
    { database: rewriting((sql) => sql.replace(/(SET contact_email .* WHERE id = \?) AND EXISTS\s.*$/s, '$1')) },
    'the names of others stay, whatever becomes of their bookings',
  ],
  'keeps answers to who is forgotten': [
    { database: rewriting((sql) => sql.replace(/(UPDATE operation .*) AND NOT EXISTS .*$/s, '$1')) },
    'what is answered to who is forgotten is not kept, and the answers of others are',
  ],
  'counts invoices apart from their transaction': [
    { database: countingApart },
    'invoices are numbered without gaps, whatever was rolled back between them',
  ],
};

describe('the suite of BookingStore turns red for an adapter that', () => {
  test.each(Object.entries(mutants))('%s', async (_, [mutation, promise]) => {
    const kept = everyCase.filter(({ name }) => name === promise);
    expect(await brokenCases(kept, () => openSqlStore(mutation))).toEqual([promise]);
  });
});

test('stock is taken in the fixed order, resources before their buckets, whatever order it was asked for in', async () => {
  const taken: string[] = [];
  const recording = (database: SqlDatabase): SqlDatabase => ({
    ...database,
    transaction: (work) =>
      database.transaction((sql) =>
        work({
          ...sql,
          executeMany: (text, rows) => {
            if (text.startsWith('UPDATE'))
              taken.push(...rows.map((row) => row.filter((value) => typeof value === 'string').join(' ')));
            return sql.executeMany(text, rows);
          },
        }),
      ),
  });
  await using opened = await openSqlStore({ database: recording });
  const slots = ['2027-03-03', '2027-03-01', '2027-03-02'].map((slot) => ({
    resource: ROOM,
    slot,
    units: 1,
    bucket: 'fare',
  }));
  await opened.store.transaction((tx) => tx.stock.take(slots, { fare: 1 }));
  expect(taken).toEqual([
    'room 2027-03-01',
    'room 2027-03-02',
    'room 2027-03-03',
    'room 2027-03-01 fare',
    'room 2027-03-02 fare',
    'room 2027-03-03 fare',
  ]);
});
