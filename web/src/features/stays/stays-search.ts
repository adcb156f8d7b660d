import { readingCurrency } from '@meridian/ui/formats/reading';
import {
  anyWord,
  oneOf,
  urlAmount,
  urlChoice,
  urlCount,
  urlDate,
  urlFlag,
  urlId,
  urlList,
} from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import type { StaysQueryVariables } from '../../generated/features/stays/stays.ts';
import { orAbsent } from '../search/or-absent.ts';

const stayTypes = [
  'APARTMENT',
  'HOUSE',
  'PRIVATE_ROOM',
  'SHARED_ROOM',
  'HOTEL',
  'HOSTEL',
  'VILLA',
  'BED_AND_BREAKFAST',
  'UNIQUE',
] as const;
const staySorts = ['PRICE', 'PRICE_DESCENDING', 'RATING'] as const;

/** How many guests a search is for, and how many rooms. */
export const guestsRange = [1, 30] as const;
export const roomsRange = [1, 9] as const;

/** Why there is no more to choose, once as many guests as can be are chosen. */
export const guestsNote = (guests: number): string | undefined =>
  guests === guestsRange[1] ? `${guests} guests at most` : undefined;

/** When and for how many people, as it stands in an address. */
const visit = {
  checkIn: urlDate,
  checkOut: urlDate,
  guests: urlCount(...guestsRange, 2),
  rooms: urlCount(...roomsRange, 1),
};

/** A visit to one stay, as it stands in the address of its page. */
export const visitSearch = z.object({
  ...visit,
  /** The kind of room that is chosen, by its id. */
  room: urlId,
});

/** A search for stays, as it stands in an address. */
export const staysSearch = z.object({
  place: urlId,
  ...visit,
  types: urlList(oneOf(stayTypes)),
  amenities: urlList(anyWord),
  areas: urlList(anyWord),
  rating: urlList(oneOf(['3', '3.5', '4', '4.5'])),
  freeCancellation: urlFlag,
  maxPrice: urlAmount,
  sort: urlChoice(staySorts, 'PRICE'),
});

export type Visit = z.infer<typeof visitSearch>;
export type StaysSearch = z.infer<typeof staysSearch>;
export type RunnableStaysSearch = StaysSearch & Readonly<{ place: string }>;

/** The same search without days and filters. */
export const withoutFilters = ({ place, guests, rooms }: StaysSearch): StaysSearch =>
  staysSearch.parse({ place, guests, rooms });

/** Whether a search says enough to be run. */
export const isRunnable = (search: StaysSearch): search is RunnableStaysSearch => search.place !== undefined;

/** Both days in their order, or none: half a visit has no price. A search says the days as they stand, and is told what is wrong. */
export const daysOf = ({ checkIn, checkOut }: Visit): Pick<Visit, 'checkIn' | 'checkOut'> =>
  checkIn !== undefined && checkOut !== undefined && checkIn < checkOut ? { checkIn, checkOut } : {};

/** Whether a visit ends before it has begun. */
export const isBackwards = ({ checkIn, checkOut }: Visit): boolean =>
  checkIn !== undefined && checkOut !== undefined && checkOut <= checkIn;

/** The search in the graph's words. */
export const staysVariables = (search: RunnableStaysSearch): StaysQueryVariables => ({
  place: search.place,
  sort: search.sort,
  input: {
    place: search.place,
    currency: readingCurrency(),
    checkIn: search.checkIn,
    checkOut: search.checkOut,
    guests: search.guests,
    rooms: search.rooms,
    types: orAbsent(search.types),
    amenities: orAbsent(search.amenities),
    areas: orAbsent(search.areas),
    minRating: search.rating.length === 0 ? undefined : Math.min(...search.rating.map(Number)),
    freeCancellation: search.freeCancellation,
    maxPrice: search.maxPrice,
  },
});
