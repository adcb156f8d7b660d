import type { ApprovalRequest, ApprovalState } from '../../domain/approval.ts';
import type { Booking, BookingItem, BookingState, ListingKind } from '../../domain/booking.ts';
import type { Capacity } from '../../domain/inventory.ts';
import type { Payment, PaymentState, PaymentStep } from '../../domain/payment.ts';
import type { Refund, RefundState } from '../../domain/refund.ts';
import { fromText, fromTextOrNull } from './instants.ts';

/** Rows as Prisma returns them; statements by hand name their columns alike. SQLite's integers may come as bigint. */
type Whole = number | bigint;

/** A row of `booking`; `travelers` is JSON. */
export type BookingRow = Readonly<{
  id: string;
  reference: string;
  userId: string;
  state: string;
  currency: string;
  totalMinor: Whole;
  refundedMinor: Whole;
  version: number;
  createdAt: string;
  updatedAt: string;
  holdExpiresAt: string;
  answerBy: string | null;
  contactEmail: string | null;
  travelers: string;
}>;

/** A row of `booking_item`; `details` is {@link ItemDetails} as JSON. */
export type ItemRow = Readonly<{
  id: string;
  listingId: string;
  listingVersion: number;
  kind: string;
  ownerId: string;
  offerId: string;
  totalMinor: Whole;
  instantBook: number;
  startsAt: string;
  endsAt: string;
  details: string;
}>;

/** A row of `payment`. */
export type PaymentRow = Readonly<{
  id: string;
  bookingId: string;
  userId: string;
  attempt: number;
  state: string;
  currency: string;
  amountMinor: Whole;
  refundedMinor: Whole;
  cardBrand: string | null;
  cardLast4: string | null;
  failureReason: string | null;
  endsBooking: number;
  pendingStep: string | null;
  stepDueAt: string | null;
  operationId: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}>;

/** A row of `refund`. */
export type RefundRow = Readonly<{
  id: string;
  bookingId: string;
  paymentId: string;
  state: string;
  currency: string;
  amountMinor: Whole;
  dueAt: string;
  createdAt: string;
  updatedAt: string;
}>;

/** A row of `approval_request`. */
export type RequestRow = Readonly<{
  id: string;
  bookingId: string;
  ownerId: string;
  state: string;
  createdAt: string;
  answerBy: string;
  answeredAt: string | null;
}>;

/** What of a row of `capacity` tells the units of a day; `dayUnits` is JSON. */
export type CapacityRow = Readonly<{
  resource: string;
  units: number;
  openFrom: string;
  openUntil: string;
  dayUnits: string;
}>;

/** What of an item is never searched for, kept as JSON. */
export type ItemDetails = Pick<BookingItem, 'lines' | 'slots' | 'party' | 'cancellation' | 'memory'>;

/** An item from its row. */
const toItem = ({ details, ...row }: ItemRow): BookingItem => ({
  id: row.id,
  listingId: row.listingId,
  listingVersion: row.listingVersion,
  kind: row.kind as ListingKind,
  ownerId: row.ownerId,
  offerId: row.offerId,
  totalMinor: Number(row.totalMinor),
  instantBook: row.instantBook === 1,
  startsAtInMs: fromText(row.startsAt),
  endsAtInMs: fromText(row.endsAt),
  ...(JSON.parse(details) as ItemDetails),
});

/** A booking from its row and those of its items, in the order of their positions. */
export const toBooking = (row: BookingRow, items: readonly ItemRow[]): Booking => ({
  id: row.id,
  reference: row.reference,
  userId: row.userId,
  state: row.state as BookingState,
  currency: row.currency,
  totalMinor: Number(row.totalMinor),
  refundedMinor: Number(row.refundedMinor),
  version: row.version,
  createdAtInMs: fromText(row.createdAt),
  updatedAtInMs: fromText(row.updatedAt),
  holdExpiresAtInMs: fromText(row.holdExpiresAt),
  answerByInMs: fromTextOrNull(row.answerBy),
  contactEmail: row.contactEmail,
  travelers: JSON.parse(row.travelers) as Booking['travelers'],
  items: items.map(toItem),
});

/** A payment from its row. */
export const toPayment = (row: PaymentRow): Payment => ({
  id: row.id,
  bookingId: row.bookingId,
  userId: row.userId,
  attempt: row.attempt,
  state: row.state as PaymentState,
  currency: row.currency,
  amountMinor: Number(row.amountMinor),
  refundedMinor: Number(row.refundedMinor),
  cardBrand: row.cardBrand,
  cardLast4: row.cardLast4,
  failureReason: row.failureReason,
  endsBooking: row.endsBooking === 1,
  pendingStep: row.pendingStep as PaymentStep | null,
  stepDueAtInMs: fromTextOrNull(row.stepDueAt),
  operationId: row.operationId,
  version: row.version,
  createdAtInMs: fromText(row.createdAt),
  updatedAtInMs: fromText(row.updatedAt),
});

/** A refund from its row. */
export const toRefund = (row: RefundRow): Refund => ({
  id: row.id,
  bookingId: row.bookingId,
  paymentId: row.paymentId,
  state: row.state as RefundState,
  currency: row.currency,
  amountMinor: Number(row.amountMinor),
  dueAtInMs: fromText(row.dueAt),
  createdAtInMs: fromText(row.createdAt),
  updatedAtInMs: fromText(row.updatedAt),
});

/** A question to an owner from its row. */
export const toRequest = (row: RequestRow): ApprovalRequest => ({
  id: row.id,
  bookingId: row.bookingId,
  ownerId: row.ownerId,
  state: row.state as ApprovalState,
  createdAtInMs: fromText(row.createdAt),
  answerByInMs: fromText(row.answerBy),
  answeredAtInMs: fromTextOrNull(row.answeredAt),
});

/** A resource with its units per day, from its row. */
export const toCapacity = (row: CapacityRow): Capacity => ({
  resource: row.resource,
  units: row.units,
  openFrom: row.openFrom,
  openUntil: row.openUntil,
  dayUnits: JSON.parse(row.dayUnits) as Record<number, number>,
});
