import type { Principal } from '@meridian/platform/identity/principal';
import type { Booking } from '../domain/booking.ts';
import type { BookingFilter, BookingReader, Page } from '../ports/booking-reader.ts';
import { mayReadAll } from './caller.ts';
import type { PageRequest } from './page-request.ts';

/** Which bookings of everybody's, and which page of them. */
export type SearchBookingsRequest = PageRequest &
  Pick<BookingFilter, 'search' | 'userId' | 'states'> &
  Readonly<{ principal: Principal }>;

/** Everybody's bookings, the newest first, for operators; undefined for others. */
export const createSearchBookings =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({ principal, search, userId, states, ...page }: SearchBookingsRequest): Promise<Page<Booking> | undefined> =>
    mayReadAll(principal) ? deps.reader.bookingPage({ ...page, filter: { search, userId, states } }) : undefined;
