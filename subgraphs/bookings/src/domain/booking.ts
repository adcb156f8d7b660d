import type { LocalDate } from '@meridian/platform/values/local-date';
import type { LocalDateTime } from '@meridian/platform/values/zoned-time';
import type { CancellationTerms } from './cancellation.ts';
import type { SlotUnits } from './inventory.ts';

/** Where a booking stands. See `booking-machine.ts` for the ways between. */
export type BookingState =
  | 'HELD'
  | 'PENDING_APPROVAL'
  | 'CONFIRMED'
  | 'COMPLETED'
  | 'EXPIRED'
  | 'FAILED'
  | 'REJECTED'
  | 'CANCELLED';

/** What can be booked. The prefix of a listing's id tells the same. */
export type ListingKind = 'FLIGHT' | 'STAY' | 'CAR';

/** A line of a price, in minor units of the booking's currency. */
export type PriceLine = Readonly<{ kind: 'PRICE' | 'TAX' | 'FEE'; label: string; amountMinor: number }>;

/** What a booking remembers of the listing at the moment of the offer. Times are local, at the zones beside them. */
export type ListingMemory = Readonly<{
  title: string;
  place: string;
  city: string;
  countryCode: string;
  startsAt: LocalDateTime;
  endsAt: LocalDateTime;
  timeZone: string;
  endTimeZone: string;
  /** Of a flight's legs; absent for what has none, and from before they were remembered. */
  flightNumbers?: readonly string[] | undefined;
}>;

/** For how many an offer was made. */
export type Party = Readonly<{ adults: number; children: number; rooms?: number | undefined }>;

/** One offer of a booking, with everything that was agreed. It never changes. Instants are epoch milliseconds. */
export type BookingItem = Readonly<{
  id: string;
  listingId: string;
  listingVersion: number;
  kind: ListingKind;
  ownerId: string;
  offerId: string;
  totalMinor: number;
  lines: readonly PriceLine[];
  slots: readonly SlotUnits[];
  party: Party;
  cancellation: CancellationTerms;
  instantBook: boolean;
  memory: ListingMemory;
  startsAtInMs: number;
  endsAtInMs: number;
}>;

/** Someone who travels. Personal data: it stays in this service's database and is in no event. */
export type Traveler = Readonly<{ givenName: string; familyName: string; kind: 'ADULT' | 'CHILD' }>;

/** A booking with all it consists of. `version` counts its events, the last one included. */
export type Booking = Readonly<{
  id: string;
  /** What people read out on the telephone. */
  reference: string;
  userId: string;
  state: BookingState;
  currency: string;
  totalMinor: number;
  refundedMinor: number;
  version: number;
  createdAtInMs: number;
  updatedAtInMs: number;
  holdExpiresAtInMs: number;
  /** When a request lapses without an answer; null where nobody is asked. */
  answerByInMs: number | null;
  contactEmail: string | null;
  travelers: readonly Traveler[];
  items: readonly BookingItem[];
}>;

/** The first moment of the booking's trip. */
export const startOf = (booking: Booking): number => Math.min(...booking.items.map((item) => item.startsAtInMs));

/** The last moment of the booking's trip. */
export const endOf = (booking: Booking): number => Math.max(...booking.items.map((item) => item.endsAtInMs));

/** Whether it stands as soon as it is paid. One item that its owner must approve makes the whole booking wait. */
export const isInstant = (booking: Booking): boolean => booking.items.every((item) => item.instantBook);

/** The days on which an item holds stock, first to last. */
export const daysOf = (item: BookingItem): LocalDate[] => [...new Set(item.slots.map((slot) => slot.slot))].sort();
