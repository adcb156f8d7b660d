import type { Principal } from '@meridian/platform/identity/principal';
import type { Booking, BookingState } from '../domain/booking.ts';
import type { BookingReader, Page } from '../ports/booking-reader.ts';
import { mayRead } from './caller.ts';
import type { PageRequest } from './page-request.ts';

/** Whose bookings, in which states (all unless said), and which page of them. */
export type ListBookingsRequest = PageRequest &
  Readonly<{ principal: Principal; userId: string; states?: readonly BookingState[] | undefined }>;

/** An account's bookings, the newest first, for itself and for operators; undefined for others. */
export const createListBookings =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({ principal, userId, states, ...page }: ListBookingsRequest): Promise<Page<Booking> | undefined> =>
    mayRead(principal, userId) ? deps.reader.bookingPage({ ...page, filter: { userId, states } }) : undefined;
