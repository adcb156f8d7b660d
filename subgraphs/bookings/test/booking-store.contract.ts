import assert from 'node:assert/strict';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import { StaleRowError } from '@meridian/platform/transactions/stale-row';
import { once } from '../src/application/operation.ts';
import type { Booking } from '../src/domain/booking.ts';
import { refuse } from '../src/domain/failures.ts';
import type { SlotUnits } from '../src/domain/inventory.ts';
import type { BookingStore, BookingTransaction } from '../src/ports/booking-store.ts';
import { aBooking, aPayment } from './support/records.ts';

/** What the suite needs of an adapter: a store on fresh data in which `ROOM` has two units a night and `FARE` is sold once. */
export type OpenedStore = AsyncDisposable &
  Readonly<{
    store: BookingStore;
    /** Ends every lease that was given until now. */
    endLeases(): void;
    /** Slots as they were committed: held and sold of `ROOM` on a date. */
    countOf(date: string): Promise<Readonly<{ held: number; sold: number }>>;
    /** Every invoice as it was committed, number and booking, by number. */
    invoices(): Promise<string[]>;
    /** How many events are on their way out. */
    events(): Promise<number>;
  }>;

export const ROOM = 'room';
export const FARE = 'fare';
const night = '2027-03-01';
const limits = { [FARE]: 1 };

const slots = (units: number, date = night): SlotUnits[] => [{ resource: ROOM, slot: date, units }];
const operation = (key: string, inputHash = 'same') => ({ caller: 'usr_1', name: 'test', key, inputHash });

const hold = (opened: OpenedStore, wanted: SlotUnits[]) =>
  opened.store.transaction(async (tx) => {
    const taken = await tx.stock.take(wanted, limits);
    return taken.ok ? { ok: true as const } : { ok: false as const, remaining: taken.shortage.remaining };
  });

const insert = (opened: OpenedStore, booking: Booking) =>
  opened.store.transaction(async (tx) => {
    await tx.bookings.insert(booking);
    await tx.payments.insert(aPayment({ bookingId: booking.id }));
    return { ok: true };
  });

const find = (opened: OpenedStore, id: string) =>
  opened.store.transaction(async (tx) => ({ ok: true, booking: await tx.bookings.find(id) }));

/** Under a test runner, arrays of a native driver belong to another realm and differ from equal ones. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const announce = (tx: BookingTransaction) =>
  tx.announce([
    {
      type: 'test.happened',
      version: 1,
      topic: 'bookings',
      schema: { parse: (data: unknown) => data } as never,
      subject: 'bkg_1',
      sequence: 1,
      data: {},
    },
  ]);

const stock: readonly ContractCase<OpenedStore>[] = [
  {
    name: 'the last unit is taken once, however many ask at the same time',
    run: async (opened) => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => hold(opened, slots(1))));
      assert.equal(answers.filter((answer) => answer.ok).length, 2);
      assert.deepEqual(await opened.countOf(night), { held: 2, sold: 0 });
    },
  },
  {
    name: 'what is asked for beyond the capacity is refused with what is left',
    run: async (opened) => {
      await hold(opened, slots(1));
      assert.deepEqual(await hold(opened, slots(2)), { ok: false, remaining: 1 });
      assert.deepEqual(await opened.countOf(night), { held: 1, sold: 0 });
    },
  },
  {
    name: 'several nights are taken all or none',
    run: async (opened) => {
      await hold(opened, slots(2, '2027-03-02'));
      const both = [...slots(1), ...slots(1, '2027-03-02')];
      assert.equal((await hold(opened, both)).ok, false);
      assert.deepEqual(await opened.countOf(night), { held: 0, sold: 0 });
    },
  },
  {
    name: 'a fare bucket sells no more than its limit, within a resource that has more',
    run: async (opened) => {
      const atFare = [{ resource: ROOM, slot: night, units: 1, bucket: FARE }];
      assert.equal((await hold(opened, atFare)).ok, true);
      assert.deepEqual(await hold(opened, atFare), { ok: false, remaining: 0 });
      assert.equal((await hold(opened, slots(1))).ok, true);
    },
  },
  {
    name: 'a day outside of the capacity, a resource nobody announced and a bucket without a limit sell nothing',
    run: async (opened) => {
      assert.deepEqual(await hold(opened, slots(1, '2029-01-01')), { ok: false, remaining: 0 });
      assert.deepEqual(await hold(opened, [{ resource: 'unknown', slot: night, units: 1 }]), {
        ok: false,
        remaining: 0,
      });
      const noLimit = [{ resource: ROOM, slot: night, units: 1, bucket: 'unknown' }];
      assert.deepEqual(await hold(opened, noLimit), { ok: false, remaining: 0 });
    },
  },
  {
    name: 'held units become sold, and what is freed can be taken again',
    run: async (opened) => {
      await hold(opened, slots(2));
      await opened.store.transaction(async (tx) => ({ ok: true, counts: await tx.stock.sell(slots(1)) }));
      assert.deepEqual(await opened.countOf(night), { held: 1, sold: 1 });
      await opened.store.transaction(async (tx) => ({ ok: true, counts: await tx.stock.free(slots(1), 'sold') }));
      await opened.store.transaction(async (tx) => ({ ok: true, counts: await tx.stock.free(slots(1), 'held') }));
      assert.deepEqual(await opened.countOf(night), { held: 0, sold: 0 });
      assert.equal((await hold(opened, slots(2))).ok, true);
    },
  },
  {
    name: 'units that nobody holds cannot be sold or freed: the books would not balance',
    run: async (opened) => {
      await hold(opened, slots(1));
      await assert.rejects(opened.store.transaction((tx) => tx.stock.sell(slots(2))));
      await assert.rejects(opened.store.transaction((tx) => tx.stock.free(slots(1), 'sold')));
      assert.deepEqual(await opened.countOf(night), { held: 1, sold: 0 });
    },
  },
];

const transactions: readonly ContractCase<OpenedStore>[] = [
  {
    name: 'a returned failure undoes stock, booking, event and idempotency record',
    run: async (opened) => {
      const answer = await once(opened.store, operation('key-1'), async (tx) => {
        await tx.stock.take(slots(1), limits);
        await tx.bookings.insert(aBooking({ id: 'bkg_1' }));
        await announce(tx);
        return refuse({ code: 'NOT_PERMITTED' });
      });
      assert.equal(answer.ok, false);
      assert.deepEqual(await opened.countOf(night), { held: 0, sold: 0 });
      assert.equal((await find(opened, 'bkg_1')).booking, undefined);
      assert.equal(await opened.events(), 0);
      const again = await once(opened.store, operation('key-1', 'other'), async () => ({ ok: true, second: true }));
      assert.deepEqual(again, { ok: true, second: true });
    },
  },
  {
    name: 'a throw undoes all of it as well, and is rethrown',
    run: async (opened) => {
      const work = once(opened.store, operation('key-1'), async (tx): Promise<{ ok: true }> => {
        await tx.stock.take(slots(1), limits);
        await announce(tx);
        throw new RangeError('broken');
      });
      await assert.rejects(work, RangeError);
      assert.deepEqual(await opened.countOf(night), { held: 0, sold: 0 });
      assert.equal(await opened.events(), 0);
    },
  },
  {
    name: 'a booking comes back as it was stored',
    run: async (opened) => {
      const booking = aBooking({ id: 'bkg_1', version: 2 });
      await insert(opened, booking);
      assert.deepEqual(plain((await find(opened, 'bkg_1')).booking), plain(booking));
    },
  },
  {
    name: 'a row moves only from the state and version that were decided on',
    run: async (opened) => {
      const booking = aBooking({ id: 'bkg_1', version: 2 });
      await insert(opened, booking);
      const move = (from: Pick<Booking, 'state' | 'version'>) =>
        opened.store.transaction((tx) => tx.bookings.move(from, { ...booking, state: 'CONFIRMED', version: 3 }));
      await assert.rejects(move({ state: 'PENDING_APPROVAL', version: 2 }), StaleRowError);
      await assert.rejects(move({ state: 'HELD', version: 1 }), StaleRowError);
      await move({ state: 'HELD', version: 2 });
      assert.equal((await find(opened, 'bkg_1')).booking?.state, 'CONFIRMED');
    },
  },
  {
    name: 'a stale row leads to another run of the work, which may find its way',
    run: async (opened) => {
      let runs = 0;
      const answer = await opened.store.transaction(async () => {
        runs += 1;
        if (runs < 3) throw new StaleRowError('moved meanwhile');
        return { ok: true };
      });
      assert.deepEqual({ answer, runs }, { answer: { ok: true }, runs: 3 });
    },
  },
];

const idempotency: readonly ContractCase<OpenedStore>[] = [
  {
    name: 'the same key and input get the first answer, and the work runs once',
    run: async (opened) => {
      let runs = 0;
      const ask = () =>
        once(opened.store, operation('key-1'), async (tx) => {
          runs += 1;
          await tx.stock.take(slots(1), limits);
          return { ok: true, run: runs };
        });
      assert.deepEqual([await ask(), await ask(), await ask()], Array(3).fill({ ok: true, run: 1 }));
      assert.equal(runs, 1);
      assert.deepEqual(await opened.countOf(night), { held: 1, sold: 0 });
    },
  },
  {
    name: 'the same key asked for ten times at once runs once',
    run: async (opened) => {
      const ask = () =>
        once(opened.store, operation('key-1'), async (tx) => {
          const taken = await tx.stock.take(slots(1), limits);
          return taken.ok ? { ok: true as const } : refuse({ code: 'NOT_PERMITTED' });
        });
      const answers = await Promise.all(Array.from({ length: 10 }, ask));
      assert.ok(answers.every((answer) => answer.ok));
      assert.deepEqual(await opened.countOf(night), { held: 1, sold: 0 });
    },
  },
  {
    name: 'the same key with another input is refused and changes nothing',
    run: async (opened) => {
      await once(opened.store, operation('key-1'), async () => ({ ok: true }));
      const other = await once(opened.store, operation('key-1', 'other'), async (tx) => {
        await tx.stock.take(slots(1), limits);
        return { ok: true };
      });
      assert.deepEqual(other, { ok: false, failure: { code: 'IDEMPOTENCY_KEY_REUSED' } });
      assert.deepEqual(await opened.countOf(night), { held: 0, sold: 0 });
    },
  },
  {
    name: "another caller's or another operation's key is another key",
    run: async (opened) => {
      await once(opened.store, operation('key-1'), async () => ({ ok: true, by: 'first' }));
      const others = [
        { ...operation('key-1', 'other'), caller: 'usr_2' },
        { ...operation('key-1', 'other'), name: 'another' },
      ];
      for (const other of others) {
        assert.deepEqual(await once(opened.store, other, async () => ({ ok: true, by: 'other' })), {
          ok: true,
          by: 'other',
        });
      }
    },
  },
  {
    name: 'an open operation is in progress while its lease lasts, then the same request goes on where it stopped',
    run: async (opened) => {
      const start = (lease = 1_000) =>
        opened.store.transaction(async (tx) => {
          const started = await tx.operations.start(operation('key-1'), lease);
          if (started.status === 'FRESH') await tx.operations.refer(started.id, 'pay_1');
          return { ok: true, started };
        });
      assert.equal((await start()).started.status, 'FRESH');
      const refused = (await start()).started;
      assert.deepEqual(refused.status === 'REFUSED' && refused.refusal.failure, { code: 'IDEMPOTENCY_IN_PROGRESS' });
      opened.endLeases();
      const resumed = (await start()).started;
      assert.deepEqual(resumed.status === 'RESUMED' && resumed.reference, 'pay_1');
      assert.equal((await start()).started.status, 'REFUSED');
    },
  },
  {
    name: 'an operation that ends without an answer frees its key',
    run: async (opened) => {
      const start = () =>
        opened.store.transaction(async (tx) => ({
          ok: true,
          started: await tx.operations.start(operation('key-1'), 1_000),
        }));
      const { started } = await start();
      const id = started.status === 'FRESH' ? started.id : '';
      await opened.store.transaction(async (tx) => ({ ok: true, freed: await tx.operations.free(id) }));
      assert.equal((await start()).started.status, 'FRESH');
    },
  },
];

/** Every promise of {@link BookingStore}. An adapter runs all of them, or it is none. */
export const bookingStoreContract: readonly ContractCase<OpenedStore>[] = [...stock, ...transactions, ...idempotency];
