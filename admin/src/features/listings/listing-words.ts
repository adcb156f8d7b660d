import { formatClock, formatDay } from '@meridian/ui/formats/local-time';
import type { ListingFactsFragment } from '../../generated/features/listings/listings.ts';

type Flight = Extract<ListingFactsFragment, { __typename: 'Flight' }>;

/** `LH 779 and LH 12`, or the airline where the source knows no number. */
const numbersOf = ({ segments }: Flight): string =>
  segments.map(({ flightNumber, carrier }) => flightNumber ?? carrier.name).join(' and ');

const airlinesOf = ({ segments }: Flight): string =>
  [...new Set(segments.map(({ carrier }) => carrier.name))].join(' and ');

/** What tells a listing from others of the same title: a flight's number and airline, or what kind of place or car it is. */
export function whichOf(listing: ListingFactsFragment): string {
  if (listing.__typename === 'Flight') {
    const [numbers, airlines] = [numbersOf(listing), airlinesOf(listing)];
    return numbers === airlines ? numbers : `${numbers}, ${airlines}`;
  }
  const kind = listing.__typename === 'Stay' ? listing.stayType : listing.carClass;
  const words = kind.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** When a flight departs, on the clock of the place; stays and cars have no day. */
export const dayOf = (listing: ListingFactsFragment): string =>
  listing.__typename === 'Flight' ? `${formatDay(listing.departsAt)}, ${formatClock(listing.departsAt)}` : '';

/** How much of it there is. Fares of a cabin share its seats: the widest of them counts. */
export function stockOf(listing: ListingFactsFragment): string {
  if (listing.__typename === 'Car') return `${listing.units} ${listing.units === 1 ? 'car' : 'cars'}`;
  if (listing.__typename === 'Stay') {
    const rooms = listing.roomTypes.reduce((sum, { units }) => sum + units, 0);
    return `${rooms} ${rooms === 1 ? 'room' : 'rooms'}`;
  }
  const seats = new Map<string, number>();
  for (const { cabin, seatsOffered } of listing.fares) seats.set(cabin, Math.max(seats.get(cabin) ?? 0, seatsOffered));
  const count = [...seats.values()].reduce((sum, each) => sum + each, 0);
  return `${count} ${count === 1 ? 'seat' : 'seats'}`;
}

/** Who sells it: whoever publishes it here, or the host that a data set names. */
export const sellerOf = ({ owner, host }: ListingFactsFragment): string => owner?.displayName ?? host?.name ?? '';
