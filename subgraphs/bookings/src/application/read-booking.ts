import type { Principal } from '@meridian/platform/identity/principal';
import type { Booking } from '../domain/booking.ts';
import type { BookingReader } from '../ports/booking-reader.ts';
import { mayRead } from './caller.ts';

/** Which booking, and who wants to see it. */
export type ReadBookingRequest = Readonly<{ principal: Principal; id: string }>;

/** A booking for its traveler and for operators; undefined for others, as if it did not exist. */
export const createReadBooking =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({ principal, id }: ReadBookingRequest): Promise<Booking | undefined> => {
    const booking = (await deps.reader.bookings([id])).get(id);
    return booking && mayRead(principal, booking.userId) ? booking : undefined;
  };
