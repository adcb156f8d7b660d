import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import type { Booking } from '../domain/booking.ts';

/** The caller's user id; undefined for an anonymous one. */
export const userOf = (caller: Principal): string | undefined => (caller.kind === 'user' ? caller.userId : undefined);

/** Whether the caller may read a user's bookings: the user, and who holds `bookings:read`. */
export const mayRead = (caller: Principal, userId: string): boolean =>
  userOf(caller) === userId || hasScope(caller, 'bookings:read');

/** The booking if it is the caller's own. Another's answers as a missing one does; otherwise ids could be probed. */
export const ownBooking = (caller: Principal, booking: Booking | undefined): Booking | undefined =>
  booking && userOf(caller) === booking.userId ? booking : undefined;
