import type { Announcement } from './announcement.ts';
import type { Operations } from './operations.ts';
import type { ApprovalRecords, BookingRecords, KnownListing, Ledger, PaymentRecords } from './records.ts';
import type { Stock } from './stock.ts';

/** An open transaction over everything that a booking is made of. */
export interface BookingTransaction {
  readonly bookings: BookingRecords;
  readonly payments: PaymentRecords;
  readonly requests: ApprovalRecords;
  readonly ledger: Ledger;
  readonly stock: Stock;
  readonly operations: Operations;
  listings(ids: readonly string[]): Promise<ReadonlyMap<string, KnownListing>>;
  /** Puts events into the outbox, in order. They leave after the commit. */
  announce(announcements: readonly Announcement[]): Promise<void>;
}

/**
 * Where bookings live. Stock, booking, payment, ledger, idempotency record and outbox row commit together or not at all.
 *
 * Guarantees, held by `test/booking-store.contract.ts`:
 * - a throw inside `work` rolls back and is rethrown; an answer with `ok: false` rolls back too and is returned;
 * - a row that had moved meanwhile (`StaleRowError`) leads to another run of `work`, a few times, then to a throw.
 */
export interface BookingStore {
  transaction<T>(work: (transaction: BookingTransaction) => Promise<T>): Promise<T>;
}
