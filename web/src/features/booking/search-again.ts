import type { SearchedListingFragment } from '../../generated/features/booking/booking.ts';

/** What is, or was to be, booked: enough to find it, or its like, once more. */
export type Sought = Readonly<{
  /** Nothing once the listing is gone. */
  listing: SearchedListingFragment | null | undefined;
  startsAt: string | null;
  endsAt: string | null;
  adults: number;
  children: number;
  rooms: number | null;
}>;

const dayOf = (local: string | null): string | undefined => local?.slice(0, 10);
const clockOf = (local: string | null): string | undefined => local?.slice(11, 16);

const hireOf = ({ startsAt, endsAt }: Sought) => ({
  pickUp: dayOf(startsAt),
  pickUpTime: clockOf(startsAt),
  dropOff: dayOf(endsAt),
  dropOffTime: clockOf(endsAt),
});

const visitOf = ({ startsAt, endsAt, adults, children, rooms }: Sought) => ({
  checkIn: dayOf(startsAt),
  checkOut: dayOf(endsAt),
  guests: adults + children,
  rooms: rooms ?? 1,
});

/** The search by which something of this kind is found: the same way, days and party. A flight back makes it a search for both ways. */
export function searchAgain([first, second]: readonly Sought[]) {
  if (!first?.listing) return undefined;
  const { listing } = first;
  switch (listing.__typename) {
    case 'Flight': {
      const back = second?.listing;
      const isBack = back?.__typename === 'Flight' && back.destination.code === listing.origin.code;
      const { startsAt, adults, children } = first;
      const way = { from: listing.origin.place.id, to: listing.destination.place.id, date: dayOf(startsAt) };
      return {
        kind: 'FLIGHT',
        search: { ...way, adults, children, return: isBack ? dayOf(second?.startsAt ?? null) : undefined },
      } as const;
    }
    case 'Stay':
      return { kind: 'STAY', search: { place: listing.place?.id, ...visitOf(first) } } as const;
    case 'Car':
      return { kind: 'CAR', search: { place: listing.place?.id, ...hireOf(first) } } as const;
  }
}

/** The page of what was booked, for the same days and party. Flights that were booked together stand on one page. */
export function pageAgain([first, second]: readonly Sought[]) {
  if (!first?.listing) return undefined;
  const { listing } = first;
  switch (listing.__typename) {
    case 'Flight': {
      const back = second?.listing?.__typename === 'Flight' ? second.listing.id : undefined;
      return {
        kind: 'FLIGHT',
        id: listing.id,
        search: { adults: first.adults, children: first.children, return: back },
      } as const;
    }
    case 'Stay':
      return { kind: 'STAY', id: listing.id, search: visitOf(first) } as const;
    case 'Car':
      return { kind: 'CAR', id: listing.id, search: hireOf(first) } as const;
  }
}
