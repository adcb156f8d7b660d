import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import type { Booking } from '../domain/booking.ts';

/** The caller's user id; undefined for an anonymous one. */
export const userOf = (principal: Principal): string | undefined =>
  principal.kind === 'user' ? principal.userId : undefined;

/** The caller's user id as an owner who may answer requests; undefined for anybody else. */
export const ownerOf = (principal: Principal): string | undefined =>
  hasScope(principal, 'requests:answer') ? userOf(principal) : undefined;

/** Whether the caller may read everybody's bookings, payments and ledgers: operators may. */
export const mayReadAll = (principal: Principal): boolean => hasScope(principal, 'bookings:read');

/** Whether the caller may read a user's bookings: the user, and operators. */
export const mayRead = (principal: Principal, userId: string): boolean =>
  userOf(principal) === userId || mayReadAll(principal);

/** The booking if it is the caller's own. Another's answers as a missing one does; otherwise ids could be probed. */
export const ownBooking = (principal: Principal, booking: Booking | undefined): Booking | undefined =>
  booking && userOf(principal) === booking.userId ? booking : undefined;
