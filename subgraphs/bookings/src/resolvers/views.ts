import { toDecimal } from '@meridian/platform/values/money';
import type { Quote } from '../application/quote.ts';
import type { BookingItem } from '../domain/booking.ts';
import { listingReference } from './listing-reference.ts';

/** An amount as clients read it. */
export const moneyOf = (minor: number, currency: string) => ({ amount: toDecimal({ minor, currency }), currency });

type Agreed = Pick<BookingItem, 'lines' | 'totalMinor' | 'cancellation' | 'memory' | 'listingId' | 'kind'>;

/** What is shown alike of a booked item and of a quoted offer. */
const agreedFields = (item: Agreed, currency: string) => ({
  snapshot: {
    listingId: item.listingId,
    kind: item.kind,
    title: item.memory.title,
    place: item.memory.place,
    startsAt: item.memory.startsAt,
    endsAt: item.memory.endsAt,
    timeZone: item.memory.timeZone,
    flightNumbers: item.memory.flightNumbers ?? [],
    price: moneyOf(item.totalMinor, currency),
  },
  lines: item.lines.map((line) => ({
    kind: line.kind,
    label: line.label,
    amount: moneyOf(line.amountMinor, currency),
  })),
  total: moneyOf(item.totalMinor, currency),
  cancellationTerms: {
    policy: item.cancellation.name,
    steps: [...item.cancellation.steps].sort((left, right) => right.hoursBefore - left.hoursBefore),
  },
});

/** A booked item as clients read it. */
export const itemView = (item: BookingItem, currency: string) => ({
  id: item.id,
  listing: listingReference(item.kind, item.listingId),
  slots: item.slots.map(({ resource, slot, units, bucket }) => ({
    resource,
    date: slot,
    units,
    fareId: bucket ?? null,
  })),
  adults: item.party.adults,
  children: item.party.children,
  // Each night takes as many units as there are rooms.
  rooms: item.kind === 'STAY' ? (item.slots[0]?.units ?? null) : null,
  endTimeZone: item.memory.endTimeZone,
  instantBook: item.instantBook,
  ...agreedFields(item, currency),
});

/** Offers that can be booked now, as clients read them. */
export const quoteView = ({ offers, currency, totalMinor }: Quote) => ({
  total: moneyOf(totalMinor, currency),
  items: offers.map((offer) => ({
    offer: { __typename: 'Offer' as const, id: offer.offerId },
    instantBook: offer.instantBook,
    ...agreedFields(offer, currency),
  })),
});
