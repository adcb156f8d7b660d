import type { LocalDate } from '@meridian/platform/values/local-date';
import type { ApprovalRequest, ApprovalState } from '../domain/approval.ts';
import type { Booking, BookingState, ListingKind } from '../domain/booking.ts';
import type { CancellationQuote } from '../domain/cancellation.ts';
import type { Posting } from '../domain/ledger.ts';
import type { Payment } from '../domain/payment.ts';
import type { Refund, RefundState } from '../domain/refund.ts';

/** Bookings, within a transaction. A row moves only from the state that was decided on; otherwise it throws `StaleRowError`. */
export interface BookingRecords {
  find(id: string): Promise<Booking | undefined>;
  /**
   * The instants at which the bookings end that a user holds, the soonest first. A hold counts as long as it keeps stock. Until the
   * transaction is over nobody else adds one, so a bound that is judged by this holds under any race.
   */
  holdEndsOf(userId: string): Promise<readonly number[]>;
  insert(booking: Booking): Promise<void>;
  /** A booking of somebody who is forgotten loses its personal data with the move after which it is over. */
  move(from: Readonly<{ state: BookingState; version: number }>, next: Booking): Promise<void>;
  /**
   * Remembers for good that a user is gone, by id alone, and overwrites the personal data of those bookings of theirs that are over. One
   * that stands keeps it until it is over: without the name, nobody could travel on it. What was paid and when stays.
   */
  forgetTraveler(userId: string): Promise<void>;
  isForgotten(userId: string): Promise<boolean>;
  saveQuote(quote: CancellationQuote): Promise<void>;
  findQuote(id: string): Promise<CancellationQuote | undefined>;
  /** Forgets quotes that are over at an instant. Returns how many. */
  forgetQuotes(atInMs: number): Promise<number>;
}

/** Payments and refunds, within a transaction. The same rule for moving rows. */
export interface PaymentRecords {
  find(id: string): Promise<Payment | undefined>;
  /** The latest attempt. Every booking has one. */
  latestOf(bookingId: string): Promise<Payment>;
  insert(payment: Payment): Promise<void>;
  move(from: Payment, next: Payment): Promise<void>;
  insertRefund(refund: Refund): Promise<void>;
  findRefund(id: string): Promise<Refund | undefined>;
  moveRefund(from: RefundState, next: Refund): Promise<void>;
}

/** Questions to owners, within a transaction. The same rule for moving rows. */
export interface ApprovalRecords {
  find(id: string): Promise<ApprovalRequest | undefined>;
  of(bookingId: string): Promise<readonly ApprovalRequest[]>;
  insert(requests: readonly ApprovalRequest[]): Promise<void>;
  move(from: ApprovalState, next: ApprovalRequest): Promise<void>;
}

/** The ledger: entries are added and never changed. */
export interface Ledger {
  post(posting: Posting): Promise<void>;
  /** Gives a booking its invoice, with the next number. Numbers have no gaps, because the counter commits with the invoice. */
  issueInvoice(bookingId: string): Promise<void>;
}

/** What this service knows of a listing from its events. */
export type KnownListing = Readonly<{
  id: string;
  version: number;
  kind: ListingKind;
  ownerId: string;
  /** Published, and not deleted. */
  isOpen: boolean;
  /** The version with which a price of it last changed. */
  pricedVersion: number;
  /** How much may be sold of each fare bucket per segment, by bucket. */
  bucketLimits: Readonly<Record<string, number>>;
}>;

/** What a listing event says about stock, ready to be stored. Instants are ISO 8601 text in UTC. */
export type ListingIntake = Omit<KnownListing, 'pricedVersion'> &
  Readonly<{
    /** In which cabin each fare bucket is sold. */
    bucketCabins: Readonly<Record<string, string>>;
    changedAt: string;
    /** Equal for equal prices. */
    priceDigest: string;
    /** Whether other listings sell from the same resources: then each has the most that any open listing tells. */
    isShared: boolean;
    resources: readonly Readonly<{
      resource: string;
      label: string;
      units: number;
      openFrom: LocalDate;
      openUntil: LocalDate;
      dayUnits: Readonly<Record<number, number>>;
    }>[];
  }>;
