import assert from 'node:assert/strict';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import { StaleRowError } from '@meridian/platform/transactions/stale-row';
import type { ApprovalRequest } from '../src/domain/approval.ts';
import type { Booking } from '../src/domain/booking.ts';
import { refuse } from '../src/domain/failures.ts';
import type { Payment } from '../src/domain/payment.ts';
import type { BookingTransaction } from '../src/ports/booking-store.ts';
import type { OpenedStore } from './booking-store.contract.ts';
import { start } from './support/bookings-under-test.ts';
import { aBooking, anItem, aPayment, aRefund } from './support/records.ts';

const aRequest = (changes: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  id: 'req_1',
  bookingId: 'bkg_1',
  ownerId: 'usr_owner',
  state: 'PENDING',
  createdAtInMs: start,
  answerByInMs: start + 1_000,
  answeredAtInMs: null,
  ...changes,
});

/** Does something and commits it. */
const change = (opened: OpenedStore, work: (tx: BookingTransaction) => Promise<unknown>) =>
  opened.store.transaction(async (tx) => {
    await work(tx);
    return { ok: true };
  });

async function withRows(opened: OpenedStore, payment: Payment): Promise<void> {
  await change(opened, async (tx) => {
    await tx.bookings.insert(aBooking());
    await tx.payments.insert(payment);
    await tx.payments.insertRefund(aRefund());
    await tx.requests.insert([aRequest()]);
  });
}

async function withBookings(opened: OpenedStore, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await change(opened, (tx) => tx.bookings.insert(aBooking({ id, items: [anItem({ id: `itm_${id}` })] })));
  }
}

const moves: readonly ContractCase<OpenedStore>[] = [
  {
    name: 'a payment moves only from the state, version and step that were decided on',
    run: async (opened) => {
      const stored = aPayment({ version: 2, pendingStep: 'AUTHORISE', stepDueAtInMs: start });
      await withRows(opened, stored);
      const next: Payment = { ...stored, state: 'AUTHORISED', pendingStep: null, stepDueAtInMs: null, version: 3 };
      const others: Partial<Payment>[] = [
        { state: 'UNKNOWN' },
        { version: 1 },
        { pendingStep: 'CAPTURE' },
        { stepDueAtInMs: start + 1 },
      ];
      for (const other of others) {
        await assert.rejects(
          change(opened, (tx) => tx.payments.move({ ...stored, ...other }, next)),
          StaleRowError,
        );
      }
      await change(opened, (tx) => tx.payments.move(stored, next));
      await change(opened, async (tx) => assert.deepEqual(await tx.payments.find('pay_1'), next));
    },
  },
  {
    name: 'a refund moves only from the state that was decided on',
    run: async (opened) => {
      await withRows(opened, aPayment());
      const paid = aRefund({ state: 'SUCCEEDED' });
      await change(opened, (tx) => tx.payments.moveRefund('PENDING', paid));
      await assert.rejects(
        change(opened, (tx) => tx.payments.moveRefund('PENDING', paid)),
        StaleRowError,
      );
    },
  },
  {
    name: 'a request is answered once',
    run: async (opened) => {
      await withRows(opened, aPayment());
      const answer = (state: 'APPROVED' | 'EXPIRED') =>
        change(opened, (tx) => tx.requests.move('PENDING', aRequest({ state, answeredAtInMs: start })));
      await answer('APPROVED');
      await assert.rejects(answer('EXPIRED'), StaleRowError);
      await change(opened, async (tx) => assert.equal((await tx.requests.find('req_1'))?.state, 'APPROVED'));
    },
  },
];

const invoices: readonly ContractCase<OpenedStore>[] = [
  {
    name: 'invoices are numbered without gaps, whatever was rolled back between them',
    run: async (opened) => {
      await withBookings(opened, ['bkg_1', 'bkg_2', 'bkg_3', 'bkg_4']);
      await change(opened, (tx) => tx.ledger.issueInvoice('bkg_1'));
      await opened.store.transaction(async (tx) => {
        await tx.ledger.issueInvoice('bkg_2');
        return refuse({ code: 'NOT_PERMITTED' });
      });
      const broken = change(opened, async (tx) => {
        await tx.ledger.issueInvoice('bkg_3');
        throw new RangeError('broken');
      });
      await assert.rejects(broken, RangeError);
      await change(opened, (tx) => tx.ledger.issueInvoice('bkg_4'));
      assert.deepEqual(await opened.invoices(), ['1 bkg_1', '2 bkg_4']);
    },
  },
  {
    name: 'invoices of the same moment have numbers of their own, in a row',
    run: async (opened) => {
      const ids = Array.from({ length: 8 }, (_, index) => `bkg_${index}`);
      await withBookings(opened, ids);
      await Promise.all(ids.map((id) => change(opened, (tx) => tx.ledger.issueInvoice(id))));
      const numbers = (await opened.invoices()).map((invoice) => Number(invoice.split(' ')[0]));
      assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    },
  },
  {
    name: 'a booking has one invoice, and a second one leaves no gap',
    run: async (opened) => {
      await withBookings(opened, ['bkg_1', 'bkg_2']);
      await change(opened, (tx) => tx.ledger.issueInvoice('bkg_1'));
      await assert.rejects(change(opened, (tx) => tx.ledger.issueInvoice('bkg_1')));
      await change(opened, (tx) => tx.ledger.issueInvoice('bkg_2'));
      assert.deepEqual(await opened.invoices(), ['1 bkg_1', '2 bkg_2']);
    },
  },
];

const endsOf = (opened: OpenedStore, userId: string) =>
  opened.store.transaction(async (tx) => ({ ok: true, ends: Array.from(await tx.bookings.holdEndsOf(userId)) }));

const holds: readonly ContractCase<OpenedStore>[] = [
  {
    name: 'the holds of a user are those that keep stock, the soonest to end first, and nobody else counts',
    run: async (opened) => {
      const stored: readonly Partial<Booking>[] = [
        { id: 'bkg_1', holdExpiresAtInMs: start + 2 },
        { id: 'bkg_2', holdExpiresAtInMs: start + 1 },
        { id: 'bkg_3', state: 'CONFIRMED' },
        { id: 'bkg_4', state: 'EXPIRED' },
        { id: 'bkg_5', userId: 'usr_bob' },
      ];
      for (const changes of stored) {
        const booking = aBooking({ ...changes, items: [anItem({ id: `itm_${changes.id}` })] });
        await change(opened, (tx) => tx.bookings.insert(booking));
      }
      assert.deepEqual((await endsOf(opened, 'usr_ada')).ends, [start + 1, start + 2]);
      assert.deepEqual((await endsOf(opened, 'usr_eve')).ends, []);
    },
  },
  {
    name: 'a bound on the holds of a user is kept, however many are asked for at the same time',
    run: async (opened) => {
      const addOne = (id: string) =>
        change(opened, async (tx) => {
          if ((await tx.bookings.holdEndsOf('usr_ada')).length >= 3) return;
          await tx.bookings.insert(aBooking({ id, items: [anItem({ id: `itm_${id}` })] }));
        });
      await Promise.all(Array.from({ length: 12 }, (_, index) => addOne(`bkg_${index}`)));
      assert.equal((await endsOf(opened, 'usr_ada')).ends.length, 3);
    },
  },
];

/** What a store promises of rows that move, of what a user holds, and of invoices. */
export const bookingRowCases: readonly ContractCase<OpenedStore>[] = [...moves, ...holds, ...invoices];
