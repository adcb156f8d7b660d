import type { Principal } from '@meridian/platform/identity/principal';

/** The caller's user id; undefined for an anonymous one. */
export const userOf = (principal: Principal): string | undefined =>
  principal.kind === 'user' ? principal.userId : undefined;
