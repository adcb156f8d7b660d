import assert from 'node:assert/strict';
import type { ContractCase } from '@meridian/platform/testkit/contract-suite';
import type { Booking, BookingState } from '../src/domain/booking.ts';
import type { BookingTransaction } from '../src/ports/booking-store.ts';
import type { OpenedStore } from './booking-store.contract.ts';
import { aBooking, anItem } from './support/records.ts';

const standing: readonly BookingState[] = ['HELD', 'PENDING_APPROVAL', 'CONFIRMED'];
const over: readonly BookingState[] = ['COMPLETED', 'CANCELLED', 'EXPIRED', 'FAILED', 'REJECTED'];

/** A booking in a state, with the state as its id. */
const inState = (state: BookingState, userId = 'usr_ada'): Booking =>
  aBooking({ id: state, state, userId, items: [anItem({ id: `itm_${state}` })] });

/** Does something and commits it. */
const change = async <Value>(opened: OpenedStore, work: (tx: BookingTransaction) => Promise<Value>): Promise<Value> =>
  (await opened.store.transaction(async (tx) => ({ ok: true, value: await work(tx) }))).value;

const insert = (opened: OpenedStore, bookings: readonly Booking[]) =>
  change(opened, async (tx) => {
    for (const booking of bookings) await tx.bookings.insert(booking);
  });

const forget = (opened: OpenedStore, userId = 'usr_ada') => change(opened, (tx) => tx.bookings.forgetTraveler(userId));

/** Which of some bookings still say who travels. Half a name is a name. */
const named = (opened: OpenedStore, ids: readonly string[]): Promise<string[]> =>
  change(opened, async (tx) => {
    const found = await Promise.all(ids.map((id) => tx.bookings.find(id)));
    const isNamed = (booking: Booking) => booking.travelers.length > 0 || booking.contactEmail !== null;
    return found.flatMap((booking) => (booking && isNamed(booking) ? [booking.id] : []));
  });

const answered = (opened: OpenedStore, caller: string) =>
  change(opened, async (tx) => {
    const operation = { caller, name: 'test', key: 'key-1', inputHash: 'same' };
    const start = await tx.operations.start(operation, 1_000);
    if (start.status === 'FRESH') await tx.operations.answer(start.id, { ok: true });
    return start.status;
  });

/** What a store promises to who has deleted the account. */
export const forgottenTravelerCases: readonly ContractCase<OpenedStore>[] = [
  {
    name: 'who is forgotten is remembered as such by id, however often it is told, and nobody else is',
    run: async (opened) => {
      const isForgotten = (userId: string) => change(opened, (tx) => tx.bookings.isForgotten(userId));
      assert.equal(await isForgotten('usr_ada'), false);
      await forget(opened);
      await forget(opened);
      assert.deepEqual([await isForgotten('usr_ada'), await isForgotten('usr_bob')], [true, false]);
    },
  },
  {
    name: 'the names of who is forgotten go at once from what is over, and stay with what stands',
    run: async (opened) => {
      await insert(
        opened,
        [...standing, ...over].map((state) => inState(state)),
      );
      await forget(opened);
      assert.deepEqual(await named(opened, [...over, ...standing]), standing);
    },
  },
  {
    name: 'the names of others stay, whatever becomes of their bookings',
    run: async (opened) => {
      await insert(opened, [inState('COMPLETED', 'usr_bob'), inState('CONFIRMED', 'usr_bob')]);
      await forget(opened);
      const next: Booking = { ...inState('CONFIRMED', 'usr_bob'), state: 'CANCELLED', version: 1 };
      await change(opened, (tx) => tx.bookings.move({ state: 'CONFIRMED', version: 0 }, next));
      assert.deepEqual(await named(opened, ['COMPLETED', 'CONFIRMED']), ['COMPLETED', 'CONFIRMED']);
    },
  },
  {
    name: 'a booking that stood when its traveler was forgotten loses its names with the move after which it is over',
    run: async (opened) => {
      await forget(opened);
      for (const state of over) {
        const held = aBooking({ id: state, items: [anItem({ id: `itm_${state}` })] });
        await insert(opened, [held]);
        const confirmed: Booking = { ...held, state: 'CONFIRMED', version: 1 };
        await change(opened, (tx) => tx.bookings.move(held, confirmed));
        assert.deepEqual(await named(opened, [state]), [state]);
        await change(opened, (tx) => tx.bookings.move(confirmed, { ...confirmed, state, version: 2 }));
        assert.deepEqual(await named(opened, [state]), []);
      }
    },
  },
  {
    name: 'what is answered to who is forgotten is not kept, and the answers of others are',
    run: async (opened) => {
      await forget(opened);
      assert.deepEqual([await answered(opened, 'usr_ada'), await answered(opened, 'usr_ada')], ['FRESH', 'FRESH']);
      assert.deepEqual([await answered(opened, 'usr_bob'), await answered(opened, 'usr_bob')], ['FRESH', 'ANSWERED']);
    },
  },
];
