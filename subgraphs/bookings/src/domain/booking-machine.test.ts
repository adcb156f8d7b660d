import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aBooking } from '../../test/support/records.ts';
import type { Booking, BookingState } from './booking.ts';
import { type BookingCommand, transition } from './booking-machine.ts';

const commands: BookingCommand[] = [
  'REQUEST_APPROVAL',
  'CONFIRM',
  'EXPIRE',
  'ABANDON',
  'FAIL',
  'REJECT',
  'CANCEL',
  'COMPLETE',
];
const held = aBooking();

/** Carries out what can be carried out, and remembers what became of the stock. */
function run(orders: readonly BookingCommand[]) {
  let booking: Booking = held;
  const stock = { held: 1, sold: 0, freed: 0 };
  const states: BookingState[] = [booking.state];
  for (const command of orders) {
    const next = transition(booking, command, booking.updatedAtInMs + 1);
    if (!next.ok) continue;
    booking = next.booking;
    states.push(booking.state);
    if (next.stock === 'SELL') Object.assign(stock, { held: stock.held - 1, sold: stock.sold + 1 });
    if (next.stock === 'FREE_HELD') Object.assign(stock, { held: stock.held - 1, freed: stock.freed + 1 });
    if (next.stock === 'FREE_SOLD') Object.assign(stock, { sold: stock.sold - 1, freed: stock.freed + 1 });
  }
  return { booking, stock, states };
}

/** Where the stock of a booking is counted in each state. */
const stockOf: Readonly<Record<BookingState, 'held' | 'sold' | 'none'>> = {
  HELD: 'held',
  PENDING_APPROVAL: 'held',
  CONFIRMED: 'sold',
  COMPLETED: 'sold',
  EXPIRED: 'none',
  FAILED: 'none',
  REJECTED: 'none',
  CANCELLED: 'none',
};
const finalStates: readonly BookingState[] = ['COMPLETED', 'EXPIRED', 'FAILED', 'REJECTED', 'CANCELLED'];

const anyOrders = fc.array(fc.constantFrom(...commands), { maxLength: 30 });

describe('the states of a booking', () => {
  test('whatever is ordered, its stock is held, sold or freed, exactly once', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const { booking, stock } = run(orders);
        expect(stock.held + stock.sold + stock.freed).toBe(1);
        expect(Math.min(stock.held, stock.sold, stock.freed)).toBe(0);
        const where = stock.held ? 'held' : stock.sold ? 'sold' : 'none';
        expect(where).toBe(stockOf[booking.state]);
      }),
    );
  });

  test('no state is entered twice, and a final one is never left', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const { states } = run(orders);
        expect(new Set(states).size).toBe(states.length);
        expect(states.slice(0, -1).some((state) => finalStates.includes(state))).toBe(false);
      }),
    );
  });

  test('every state can be reached, and each of these ways leads there', () => {
    const waysTo: Record<BookingState, BookingCommand[]> = {
      HELD: [],
      PENDING_APPROVAL: ['REQUEST_APPROVAL'],
      CONFIRMED: ['REQUEST_APPROVAL', 'CONFIRM'],
      COMPLETED: ['CONFIRM', 'COMPLETE'],
      EXPIRED: ['ABANDON'],
      FAILED: ['REQUEST_APPROVAL', 'FAIL'],
      REJECTED: ['REQUEST_APPROVAL', 'REJECT'],
      CANCELLED: ['CONFIRM', 'CANCEL'],
    };
    for (const [state, orders] of Object.entries(waysTo)) expect(run(orders).booking.state).toBe(state);
  });

  test('a command without a way is refused with the state, and changes nothing', () => {
    expect(transition(held, 'COMPLETE', 1)).toEqual({
      ok: false,
      failure: { code: 'BOOKING_STATE_CONFLICT', state: 'HELD' },
    });
  });
});
