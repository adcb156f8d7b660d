import type { Booking, BookingState } from './booking.ts';

/** What can happen to a booking after it was held. */
export type BookingCommand =
  | 'REQUEST_APPROVAL'
  | 'CONFIRM'
  | 'EXPIRE'
  | 'ABANDON'
  | 'FAIL'
  | 'REJECT'
  | 'CANCEL'
  | 'COMPLETE';

/** What a transition does to the stock that the booking has: nothing, held becomes sold, or it is given back. */
export type StockEffect = 'NONE' | 'SELL' | 'FREE_HELD' | 'FREE_SOLD';

type Way = Readonly<{ to: BookingState; stock: StockEffect }>;

/** Every way there is. A command that a state does not name is refused. */
const ways: Readonly<Record<BookingState, Readonly<Partial<Record<BookingCommand, Way>>>>> = {
  HELD: {
    REQUEST_APPROVAL: { to: 'PENDING_APPROVAL', stock: 'NONE' },
    CONFIRM: { to: 'CONFIRMED', stock: 'SELL' },
    EXPIRE: { to: 'EXPIRED', stock: 'FREE_HELD' },
    ABANDON: { to: 'EXPIRED', stock: 'FREE_HELD' },
    FAIL: { to: 'FAILED', stock: 'FREE_HELD' },
  },
  PENDING_APPROVAL: {
    CONFIRM: { to: 'CONFIRMED', stock: 'SELL' },
    REJECT: { to: 'REJECTED', stock: 'FREE_HELD' },
    EXPIRE: { to: 'EXPIRED', stock: 'FREE_HELD' },
    CANCEL: { to: 'CANCELLED', stock: 'FREE_HELD' },
    FAIL: { to: 'FAILED', stock: 'FREE_HELD' },
  },
  CONFIRMED: {
    CANCEL: { to: 'CANCELLED', stock: 'FREE_SOLD' },
    COMPLETE: { to: 'COMPLETED', stock: 'NONE' },
  },
  COMPLETED: {},
  EXPIRED: {},
  FAILED: {},
  REJECTED: {},
  CANCELLED: {},
};

/** The states in which a booking is over: no way leads on. */
export const overStates: readonly BookingState[] = (Object.keys(ways) as BookingState[]).filter(
  (state) => Object.keys(ways[state]).length === 0,
);

/** A command for which the state has no way. */
export type StateConflict = Readonly<{ code: 'BOOKING_STATE_CONFLICT'; state: BookingState }>;

/** What a command makes of a booking and of its stock, or why it is refused. */
export type BookingTransition =
  | Readonly<{ ok: true; booking: Booking; stock: StockEffect }>
  | Readonly<{ ok: false; failure: StateConflict }>;

/** Decides what a command makes of a booking. Does not count the version: events do. */
export function transition(booking: Booking, command: BookingCommand, atInMs: number): BookingTransition {
  const way = ways[booking.state][command];
  if (!way) return { ok: false, failure: { code: 'BOOKING_STATE_CONFLICT', state: booking.state } };
  return { ok: true, booking: { ...booking, state: way.to, updatedAtInMs: atInMs }, stock: way.stock };
}
