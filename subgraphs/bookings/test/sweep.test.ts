import { describe, expect, test } from '@jest/globals';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createSqlDueWork } from '../src/adapters/sql/sql-due-work.ts';
import { createDealWithEach } from '../src/application/deal-with-each.ts';
import { createLapseDue } from '../src/application/lapse-due.ts';
import { createSettleDue } from '../src/application/settle-due.ts';
import type { Booking } from '../src/domain/booking.ts';
import type { Payment } from '../src/domain/payment.ts';
import type { DueWork } from '../src/ports/due-work.ts';
import { start } from './support/bookings-under-test.ts';
import { aBooking, anItem, aPayment, aRefund } from './support/records.ts';
import { openSqlStore } from './support/store-under-test.ts';

const nothing = {
  expiredHolds: async () => [],
  lapsedRequests: async () => [],
  finishedTrips: async () => [],
} satisfies Partial<DueWork>;
const nothingOpen = { openPayments: async () => [], openRefunds: async () => [] } satisfies Partial<DueWork>;

type Opened = Awaited<ReturnType<typeof openSqlStore>>;

const insert = ({ store }: Opened, booking: Booking, payment: Payment) =>
  store.transaction(async (tx) => {
    await tx.stock.take(
      booking.items.flatMap(({ slots }) => slots),
      {},
    );
    await tx.bookings.insert(booking);
    await tx.payments.insert(payment);
    return { ok: true };
  });

const stateOf = async ({ store }: Opened, id: string) =>
  (await store.transaction(async (tx) => ({ ok: true, booking: await tx.bookings.find(id) }))).booking?.state;

/** Lapses what it is told to, as if it had looked a moment before something changed. */
async function sweepAt(opened: Opened, atInMs: number, due: Partial<DueWork>): Promise<void> {
  const clock = { now: () => atInMs };
  await createLapseDue({ store: opened.store, due: { ...nothing, ...due }, clock, logger: silentLogger })();
}

/** Settles what it is told to, likewise. Answers of what it asked the provider. */
async function settleAt(opened: Opened, atInMs: number, due: Partial<DueWork>): Promise<string[]> {
  const settled: string[] = [];
  await createSettleDue({
    store: opened.store,
    due: { ...nothingOpen, ...due },
    clock: { now: () => atInMs },
    logger: silentLogger,
    async settlePayment(paid) {
      settled.push(paid.payment.id);
      return paid;
    },
    async settleRefund({ id }) {
      settled.push(id);
    },
  })();
  return settled;
}

describe('what was found due is judged again before it is done', () => {
  const underWay = aPayment({ pendingStep: 'AUTHORISE', stepDueAtInMs: start + 600_000 });

  test.each([
    { what: 'one that is being paid for', booking: aBooking(), payment: underWay, state: 'HELD' },
    { what: 'one that has still time', booking: aBooking({ holdExpiresAtInMs: start + 600_001 }), state: 'HELD' },
    { what: 'one that was confirmed', booking: aBooking({ state: 'CONFIRMED' }), state: 'CONFIRMED' },
    { what: 'one that is over', booking: aBooking(), state: 'EXPIRED' },
  ])('as a hold: $what', async ({ booking, payment, state }) => {
    await using opened = await openSqlStore();
    await insert(opened, booking, payment ?? aPayment());
    await sweepAt(opened, start + 600_000, { expiredHolds: async () => ['bkg_1'] });
    expect(await stateOf(opened, 'bkg_1')).toBe(state);
  });

  const asked = aBooking({ state: 'PENDING_APPROVAL', answerByInMs: start + 600_000 });

  test.each([
    {
      what: 'one whose yes is being captured',
      booking: asked,
      payment: { ...underWay, pendingStep: 'CAPTURE' as const },
      state: 'PENDING_APPROVAL',
    },
    {
      what: 'one that has still time',
      booking: { ...asked, answerByInMs: start + 600_001 },
      state: 'PENDING_APPROVAL',
    },
    { what: 'one that is over', booking: asked, state: 'EXPIRED' },
  ])('as a request: $what', async ({ booking, payment, state }) => {
    await using opened = await openSqlStore();
    await insert(opened, booking, payment ?? aPayment());
    await sweepAt(opened, start + 600_000, { lapsedRequests: async () => ['bkg_1'] });
    expect(await stateOf(opened, 'bkg_1')).toBe(state);
  });

  test('as a payment: one whose step another replica has taken over, until its lease is over', async () => {
    await using opened = await openSqlStore();
    await insert(opened, aBooking(), aPayment({ pendingStep: 'AUTHORISE', stepDueAtInMs: start }));
    const openPayments = async () => ['pay_1'];
    expect(await settleAt(opened, start, { openPayments })).toEqual(['pay_1']);
    expect(await settleAt(opened, start + 19_999, { openPayments })).toEqual([]);
    expect(await settleAt(opened, start + 20_000, { openPayments })).toEqual(['pay_1']);
  });

  test('as a refund: one that another replica has taken over, until its lease is over', async () => {
    await using opened = await openSqlStore();
    await insert(opened, aBooking({ state: 'CANCELLED' }), aPayment({ state: 'CAPTURED' }));
    await opened.store.transaction((tx) => tx.payments.insertRefund(aRefund()));
    const openRefunds = async () => ['rfd_1'];
    expect(await settleAt(opened, start, { openRefunds })).toEqual(['rfd_1']);
    expect(await settleAt(opened, start + 19_999, { openRefunds })).toEqual([]);
    expect(await settleAt(opened, start + 20_000, { openRefunds })).toEqual(['rfd_1']);
  });

  test('as a trip: one that is not over, and one that was cancelled', async () => {
    await using opened = await openSqlStore();
    const { endsAtInMs } = anItem();
    const [over, cancelled] = [aBooking({ state: 'CONFIRMED' }), { ...aBooking({ id: 'bkg_2' }), state: 'CANCELLED' }];
    await insert(opened, over, aPayment({ state: 'CAPTURED' }));
    const other = { ...cancelled, items: [anItem({ id: 'itm_2' })] } as Booking;
    await insert(opened, other, aPayment({ id: 'pay_2', bookingId: 'bkg_2', state: 'REFUNDED' }));
    const finishedTrips = async () => ['bkg_1', 'bkg_2'];
    await sweepAt(opened, endsAtInMs - 1, { finishedTrips });
    expect(await stateOf(opened, 'bkg_1')).toBe('CONFIRMED');
    await sweepAt(opened, endsAtInMs, { finishedTrips });
    expect([await stateOf(opened, 'bkg_1'), await stateOf(opened, 'bkg_2')]).toEqual(['COMPLETED', 'CANCELLED']);
  });
});

describe('due work', () => {
  test('is found from its very instant on, and not while a payment is under way', async () => {
    await using opened = await openSqlStore();
    const due = createSqlDueWork(opened.database);
    await insert(opened, aBooking(), aPayment());
    const paying = aBooking({ id: 'bkg_2', items: [anItem({ id: 'itm_2' })] });
    const step = { pendingStep: 'AUTHORISE' as const, stepDueAtInMs: start + 5_000 };
    await insert(opened, paying, aPayment({ id: 'pay_2', bookingId: 'bkg_2', ...step }));
    expect(await due.expiredHolds(start + 599_999, 9)).toHaveLength(0);
    expect([...(await due.expiredHolds(start + 600_000, 9))]).toEqual(['bkg_1']);
    expect(await due.openPayments(start + 4_999, 9)).toHaveLength(0);
    expect([...(await due.openPayments(start + 5_000, 9))]).toEqual(['pay_2']);
  });
});

describe('one thing’s trouble', () => {
  test('keeps no other one waiting: what takes its time runs beside the others', async () => {
    const each = createDealWithEach({ clock: createManualClock(start), logger: silentLogger, width: 2 });
    const done: string[] = [];
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const act = async (id: string) => {
      if (id === 'slow') await slow;
      done.push(id);
      if (id === 'last') answer();
    };
    expect(await each(async () => ['slow', 'next', 'last'], act)).toBe(3);
    expect(done).toEqual(['next', 'last', 'slow']);
  });

  test('is left alone for a minute, and does not stand before what comes behind it', async () => {
    const clock = createManualClock(start);
    const each = createDealWithEach({ clock, logger: silentLogger, width: 1 });
    const due = [...Array.from({ length: 100 }, (_, index) => `broken ${index}`), 'sound'];
    const tried: string[] = [];
    const act = async (id: string) => {
      tried.push(id);
      if (id.startsWith('broken')) throw new Error('This one cannot be dealt with.');
    };
    const find = async (_atInMs: number, limit: number) => due.slice(0, limit);
    await each(find, act);
    expect(tried).not.toContain('sound');
    tried.length = 0;
    await each(find, act);
    expect(tried).toEqual(['sound']);
    clock.advance(60_000);
    tried.length = 0;
    await each(find, act);
    expect(tried).toHaveLength(100);
  });
});
