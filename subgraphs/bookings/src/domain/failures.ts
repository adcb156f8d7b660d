import type { ValidationFailure } from '@meridian/platform/values/problems';
import type { ApprovalState } from './approval.ts';
import type { BookingState } from './booking.ts';

/** Why an offer token is not taken. Its signature held in the cases of `LISTING_GONE` and `OTHER_AUDIENCE`. */
export type OfferFlaw = 'NOT_OURS' | 'OTHER_AUDIENCE' | 'LISTING_GONE' | 'NOT_CONSISTENT';

/** Every failure that a caller of this service must expect. A fault is thrown and is never one of these. */
export type BookingFailure =
  | ValidationFailure
  | Readonly<{ code: 'NOT_FOUND'; id: string }>
  /** `ACCOUNT_GONE`: the account was deleted, and only its access token is still good. */
  | Readonly<{ code: 'NOT_PERMITTED'; reason?: 'ACCOUNT_GONE' }>
  | Readonly<{ code: 'IDEMPOTENCY_KEY_REUSED' }>
  | Readonly<{ code: 'IDEMPOTENCY_IN_PROGRESS' }>
  | Readonly<{ code: 'OFFER_EXPIRED'; offerId: string; totalMinor: number; currency: string; path: readonly string[] }>
  | Readonly<{ code: 'PRICE_CHANGED'; offerId: string; totalMinor: number; currency: string; path: readonly string[] }>
  | Readonly<{ code: 'OFFER_INVALID'; flaw: OfferFlaw; path: readonly string[] }>
  | Readonly<{
      code: 'SOLD_OUT';
      listingId: string;
      date: string;
      remaining: number;
      wanted: number;
      path: readonly string[];
    }>
  | Readonly<{ code: 'TOO_MANY_HOLDS'; limit: number; freeAtInMs: number }>
  | Readonly<{ code: 'HOLD_EXPIRED'; bookingId: string; expiredAtInMs: number }>
  | Readonly<{ code: 'PAYMENT_DECLINED'; bookingId: string; reason: string; canRetry: boolean }>
  | Readonly<{ code: 'PAYMENT_UNKNOWN'; bookingId: string }>
  | Readonly<{ code: 'BOOKING_STATE_CONFLICT'; state: BookingState }>
  | Readonly<{ code: 'CANCELLATION_QUOTE_EXPIRED'; bookingId: string }>
  | Readonly<{ code: 'REQUEST_ALREADY_ANSWERED'; state: ApprovalState }>;

/** The failure of a code. */
export type FailureOf<Code extends BookingFailure['code']> = Extract<BookingFailure, { code: Code }>;

/** A use case's refusal. The store rolls back what was written before it. */
export type Refusal<Failure extends BookingFailure = BookingFailure> = Readonly<{ ok: false; failure: Failure }>;

/** Answers a failure. */
export const refuse = <const Failure extends BookingFailure>(failure: Failure): Refusal<Failure> => ({
  ok: false,
  failure,
});
