import type { Principal } from '@meridian/platform/identity/principal';
import type { BookingReader, PostedEntry } from '../ports/booking-reader.ts';
import { mayReadAll } from './caller.ts';

/** Which booking's entries, and who wants to see them. */
export type ReadLedgerRequest = Readonly<{ principal: Principal; bookingId: string }>;

/** A booking's ledger entries in the order of their posting, for operators; undefined for others. */
export const createReadLedger =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({ principal, bookingId }: ReadLedgerRequest): Promise<readonly PostedEntry[] | undefined> =>
    mayReadAll(principal) ? deps.reader.ledgerOf(bookingId) : undefined;
