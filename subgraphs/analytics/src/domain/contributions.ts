import { toCurrencyCode } from '@meridian/platform/values/currency';
import { allocate } from '@meridian/platform/values/money';
import type { Contribution, Measures } from './rollup.ts';

/** What this service reads of a booking event. */
export type BookingFacts = Readonly<{
  currency: string;
  totalMinor: number;
  refundedMinor: number;
  items: readonly Readonly<{
    listingId: string;
    ownerId: string;
    city: string;
    countryCode: string;
    totalMinor: number;
    /** What of it was granted back; absent where only the booking's sum is told. */
    refundedMinor?: number | undefined;
  }>[];
}>;

/** The day (UTC) of an instant in ISO 8601. */
const dayOf = (time: string): string => new Date(time).toISOString().slice(0, 10);

/** Every event counts on the day on which it happened. */
export const countEvent = (type: string, time: string): Contribution => ({
  rollup: 'EVENTS',
  parts: [dayOf(time), type],
  measures: { events: 1 },
});

/** Someone looked at a listing. */
export const countView = (listingId: string): Contribution => ({
  rollup: 'LISTINGS',
  parts: [listingId, ''],
  measures: { views: 1, bookings: 0, grossMinor: 0, refundedMinor: 0 },
});

/** A city is only one together with its country. Neither contains the separator. */
const cityKey = (city: string, countryCode: string): string => `${city.replaceAll('|', ' ')}|${countryCode}`;

type Item = BookingFacts['items'][number];
type Share = Readonly<{ key: string; minor: number }>;

/** Adds up what falls on the same city, owner or listing: two rooms of one stay are one booking of it. */
function sharesBy(items: readonly Item[], amounts: readonly number[], keyOf: (item: Item) => string): Share[] {
  const shares = new Map<string, number>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    shares.set(key, (shares.get(key) ?? 0) + (amounts[index] ?? 0));
  });
  return [...shares].map(([key, minor]) => ({ key, minor }));
}

type Flow = Readonly<{
  day: string;
  booking: BookingFacts;
  amounts: readonly number[];
  measuresOf: (minor: number) => Measures;
}>;

const revenue = (flow: Flow, grouping: string, share: Share): Contribution => ({
  rollup: 'REVENUE',
  parts: [grouping, share.key, flow.day, flow.booking.currency],
  measures: flow.measuresOf(share.minor),
});

/** One booking's money, in all the ways in which it is reported. */
function spread(flow: Flow): Contribution[] {
  const { items, currency } = flow.booking;
  const total = flow.amounts.reduce((sum, amount) => sum + amount, 0);
  const by = (keyOf: (item: Item) => string) => sharesBy(items, flow.amounts, keyOf);
  return [
    revenue(flow, 'TOTAL', { key: '', minor: total }),
    ...by((item) => cityKey(item.city, item.countryCode)).map((share) => revenue(flow, 'CITY', share)),
    ...by((item) => item.ownerId).map((share) => revenue(flow, 'VENDOR', share)),
    ...by((item) => item.listingId).map(({ key, minor }): Contribution => {
      const { cancellations: _, ...measures } = flow.measuresOf(minor);
      return { rollup: 'LISTINGS', parts: [key, currency], measures: { views: 0, ...measures } };
    }),
  ];
}

/** A booking was confirmed: its whole price counts on that day. */
export const countConfirmation = (booking: BookingFacts, time: string): Contribution[] =>
  spread({
    day: dayOf(time),
    booking,
    amounts: booking.items.map(({ totalMinor }) => totalMinor),
    measuresOf: (minor) => ({ bookings: 1, cancellations: 0, grossMinor: minor, refundedMinor: 0 }),
  });

/**
 * What each item gave back, by its own terms. Where only the booking's sum is told, items share it in proportion to their prices,
 * to the last minor unit; free ones share it evenly.
 */
function refundShares(booking: BookingFacts): number[] {
  const told = booking.items.flatMap(({ refundedMinor }) => refundedMinor ?? []);
  const isWhole = told.reduce((sum, minor) => sum + minor, 0) === booking.refundedMinor;
  if (told.length === booking.items.length && isWhole) return told;
  const prices = booking.items.map(({ totalMinor }) => totalMinor);
  const weights = prices.some((price) => price > 0) ? prices : prices.map(() => 1);
  const refund = { minor: booking.refundedMinor, currency: toCurrencyCode(booking.currency) };
  return allocate(refund, weights).map(({ minor }) => minor);
}

/** A booking was cancelled: what is granted back counts on that day, whenever the booking was confirmed. */
export const countCancellation = (booking: BookingFacts, time: string): Contribution[] =>
  spread({
    day: dayOf(time),
    booking,
    amounts: refundShares(booking),
    measuresOf: (minor) => ({ bookings: 0, cancellations: 1, grossMinor: 0, refundedMinor: minor }),
  });
