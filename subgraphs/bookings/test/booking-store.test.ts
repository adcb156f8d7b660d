import { describe, expect, test } from '@jest/globals';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { stockStatements } from '../src/adapters/sql/sql-stock.ts';
import type { Operations } from '../src/ports/operations.ts';
import { bookingStoreContract } from './booking-store.contract.ts';
import { type Mutation, openSqlStore } from './support/store-under-test.ts';

describeContract('BookingStore on SQL', bookingStoreContract, () => openSqlStore());

/** Forgets every key as soon as it was claimed. */
const forgetful = (operations: Operations): Operations => ({
  ...operations,
  async start() {
    return { status: 'FRESH', id: 'opn_forgotten' };
  },
});

const mutants: Readonly<Record<string, Mutation>> = {
  'takes stock without the condition on what is left': {
    stock: {
      ...stockStatements,
      hold: 'UPDATE stock SET held = held + ?, version = version + 1 WHERE resource = ? AND slot = ? AND ? > 0',
    },
  },
  'takes of a bucket without the condition on its limit': {
    stock: {
      ...stockStatements,
      takeBucket: `UPDATE bucket_stock SET taken = taken + ?, sale_limit = ?
        WHERE resource = ? AND slot = ? AND bucket = ? AND ? + ? >= 0`,
    },
  },
  'commits what was written before a returned failure': {
    database: (database) => ({
      ...database,
      // The answer hides in a box, so that the database cannot see that it is a failure: as most runners would have it.
      transaction: async (work) => (await database.transaction(async (sql) => ({ answer: await work(sql) }))).answer,
    }),
  },
  'keeps no idempotency records': {
    store: (store) => ({
      transaction: (work) => store.transaction((tx) => work({ ...tx, operations: forgetful(tx.operations) })),
    }),
  },
};

describe('the suite of BookingStore turns red for an adapter that', () => {
  test.each(Object.keys(mutants))('%s', async (name) => {
    const broken = await brokenCases(bookingStoreContract, () => openSqlStore(mutants[name]));
    expect(broken).not.toEqual([]);
  });
});
