import type { LocalDate } from '@meridian/platform/values/local-date';
import type { ApprovalRequest } from '../domain/approval.ts';
import type { StockFacts } from '../domain/availability.ts';
import type { Booking, BookingState } from '../domain/booking.ts';
import type { Payment, PaymentState } from '../domain/payment.ts';
import type { Refund } from '../domain/refund.ts';

/** A page of a list, newest first. `after` is the id of the last row of the page before. */
export type PageOf<Filter> = Readonly<{ filter: Filter; first: number; after: string | null }>;

/** A page of rows; `totalCount` counts all that the filter lets through, whatever the page. */
export type Page<Row> = Readonly<{ rows: readonly Row[]; hasNextPage: boolean; totalCount: number }>;

/** Which bookings; without a field, all. */
export type BookingFilter = Readonly<{
  userId?: string | undefined;
  states?: readonly BookingState[] | undefined;
  /** A booking's id or reference, a user's id or a listing's id, whole. */
  search?: string | undefined;
}>;

/** Which payments; without a field, all. */
export type PaymentFilter = Readonly<{
  userId?: string | undefined;
  states?: readonly PaymentState[] | undefined;
  /** A payment's id, its booking's id or reference, or a user's id, whole. */
  search?: string | undefined;
}>;

/** An entry of the ledger as it was posted. */
export type PostedEntry = Readonly<{
  id: string;
  bookingId: string;
  postingId: string;
  account: string;
  amountMinor: number;
  currency: string;
  memo: string;
  createdAtInMs: number;
}>;

/** An invoice, by its number: counted from 1, without gaps. `issuedAtInMs` is an instant in epoch milliseconds. */
export type Invoice = Readonly<{ number: number; bookingId: string; issuedAtInMs: number }>;

/** A listing's stock: which resources it is sold from, what they hold, and which slots were ever touched. */
export type ListingStock = StockFacts;

/** Reads what was committed. Lists of ids answer maps; what is missing is missing. */
export interface BookingReader {
  bookings(ids: readonly string[]): Promise<ReadonlyMap<string, Booking>>;
  bookingPage(page: PageOf<BookingFilter>): Promise<Page<Booking>>;
  /** The latest attempt of each booking. */
  paymentsOf(bookingIds: readonly string[]): Promise<ReadonlyMap<string, Payment>>;
  paymentPage(page: PageOf<PaymentFilter>): Promise<Page<Payment>>;
  refundsOf(bookingIds: readonly string[]): Promise<ReadonlyMap<string, readonly Refund[]>>;
  invoicesOf(bookingIds: readonly string[]): Promise<ReadonlyMap<string, Invoice>>;
  ledgerOf(bookingId: string): Promise<readonly PostedEntry[]>;
  requestPage(page: PageOf<Readonly<{ ownerId?: string; openOnly: boolean }>>): Promise<Page<ApprovalRequest>>;
  stockOf(
    listingIds: readonly string[],
    range: Readonly<{ from: LocalDate; until: LocalDate }>,
  ): Promise<ReadonlyMap<string, ListingStock>>;
}
