import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import type { Clock } from '@meridian/platform/time/clock';
import { addDays, daysBetween, type LocalDate, todayIn } from '@meridian/platform/values/local-date';
import type { ApprovalRequest } from '../domain/approval.ts';
import {
  availabilityOf,
  DEFAULT_DAYS,
  defaultDays,
  everyDay,
  MAX_DAYS,
  type SlotAvailability,
} from '../domain/availability.ts';
import type { Booking, BookingState } from '../domain/booking.ts';
import type { Payment, PaymentState } from '../domain/payment.ts';
import type { BookingReader, Page, PostedEntry } from '../ports/booking-reader.ts';
import { mayRead, userOf } from './caller.ts';

/** Which part of a list is asked for. `after` is the id of the last row of the page before. */
export type PageRequest = Readonly<{ first: number; after: string | null }>;

type Deps = Readonly<{ reader: BookingReader; clock: Clock }>;

/** Days that were asked for, `until` not included; or those that suit the listing when none were. */
export type Range = Readonly<{ from: LocalDate; until: LocalDate }> | 'DEFAULT';

/** Completes a range: from today on, for 30 days, at most a year. Undefined when it ends before it begins or is too long. */
export function rangeOf(
  asked: Readonly<{ from?: LocalDate | null; to?: LocalDate | null }>,
  clock: Clock,
): Range | undefined {
  if (!asked.from && !asked.to) return 'DEFAULT';
  const from = asked.from ?? todayIn('UTC', clock.now());
  const until = asked.to ?? addDays(from, DEFAULT_DAYS);
  const days = daysBetween(from, until);
  return days >= 0 && days <= MAX_DAYS ? { from, until } : undefined;
}

/** A flight departs on its own days and no others, so it has no window to choose. Ids tell of their kind. */
const isFlight = (listingId: string): boolean => listingId.startsWith('flt_');

/** What is left of listings when no days were asked for: of flights all departures, of others the days that come next. */
async function comingAvailability({ reader, clock }: Deps, listingIds: readonly string[]) {
  const today = todayIn('UTC', clock.now());
  const others = listingIds.filter((id) => !isFlight(id));
  const flights = await reader.stockOf(listingIds.filter(isFlight), everyDay);
  const stocks = await reader.stockOf(others, { ...everyDay, from: today });
  return new Map([
    ...[...flights].map(([id, stock]) => [id, availabilityOf(stock, everyDay)] as const),
    ...[...stocks].map(([id, stock]) => [id, availabilityOf(stock, defaultDays(stock, today))] as const),
  ]);
}

const createReadOwn = ({ reader }: Deps) => ({
  async booking(caller: Principal, id: string): Promise<Booking | undefined> {
    const booking = (await reader.bookings([id])).get(id);
    return booking && mayRead(caller, booking.userId) ? booking : undefined;
  },
  async bookingsOf(
    caller: Principal,
    userId: string,
    request: PageRequest & Readonly<{ states?: readonly BookingState[] }>,
  ): Promise<Page<Booking> | undefined> {
    if (!mayRead(caller, userId)) return undefined;
    const { states, ...page } = request;
    return reader.bookingPage({ ...page, filter: { userId, ...(states ? { states } : {}) } });
  },
  async allBookings(
    caller: Principal,
    request: PageRequest & Readonly<{ states?: readonly BookingState[]; search?: string }>,
  ): Promise<Page<Booking> | undefined> {
    if (!hasScope(caller, 'bookings:read')) return undefined;
    const { states, search, ...page } = request;
    return reader.bookingPage({ ...page, filter: { ...(states ? { states } : {}), ...(search ? { search } : {}) } });
  },
  async allPayments(
    caller: Principal,
    request: PageRequest & Readonly<{ states?: readonly PaymentState[] }>,
  ): Promise<Page<Payment> | undefined> {
    if (!hasScope(caller, 'bookings:read')) return undefined;
    const { states, ...page } = request;
    return reader.paymentPage({ ...page, filter: states ? { states } : {} });
  },
});

/** What operators and owners read beside bookings, and what everybody may. */
const createReadOthers = ({ reader, clock }: Deps) => ({
  async ledger(caller: Principal, bookingId: string): Promise<readonly PostedEntry[] | undefined> {
    return hasScope(caller, 'bookings:read') ? reader.ledgerOf(bookingId) : undefined;
  },
  async requests(
    caller: Principal,
    request: PageRequest & Readonly<{ openOnly: boolean }>,
  ): Promise<Page<ApprovalRequest> | undefined> {
    const ownerId = userOf(caller);
    if (ownerId === undefined || !hasScope(caller, 'requests:answer')) return undefined;
    const { openOnly, ...page } = request;
    return reader.requestPage({ ...page, filter: { ownerId, openOnly } });
  },
  /** What is left of listings in a range, by listing. Listings that are not known are missing. */
  async availability(
    listingIds: readonly string[],
    range: Range,
  ): Promise<ReadonlyMap<string, readonly SlotAvailability[]>> {
    if (range === 'DEFAULT') return comingAvailability({ reader, clock }, listingIds);
    const stocks = await reader.stockOf(listingIds, range);
    return new Map([...stocks].map(([id, stock]) => [id, availabilityOf(stock, range)]));
  },
  rangeOf: (asked: Parameters<typeof rangeOf>[0]) => rangeOf(asked, clock),
});

/**
 * Everything that is read, each with its check of the caller: an owner of an account sees what is theirs, operators with
 * `bookings:read` see all. Who may not see something gets what they would get if it did not exist.
 */
export const createReadBookings = (deps: Deps) => ({ ...createReadOwn(deps), ...createReadOthers(deps) });

export type ReadBookings = ReturnType<typeof createReadBookings>;
