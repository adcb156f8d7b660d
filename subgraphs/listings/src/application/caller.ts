import type { Principal } from '@meridian/platform/identity/principal';
import type { Listing } from '../domain/listing.ts';
import { isReferableBy, isVisibleTo } from '../domain/visibility.ts';

/** The caller's user id; undefined for an anonymous one. */
export const userOf = (principal: Principal): string | undefined =>
  principal.kind === 'user' ? principal.userId : undefined;

/** Whether a caller may see a listing. */
export const maySee = (principal: Principal, listing: Listing): boolean => isVisibleTo(listing, userOf(principal));

/** Whether a caller may read a listing that something else refers to, which removed ones stay readable for. */
export const mayRefer = (principal: Principal, listing: Listing): boolean => isReferableBy(listing, userOf(principal));
