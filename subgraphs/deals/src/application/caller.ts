import type { Principal } from '@meridian/platform/identity/principal';

/** The account behind a caller; undefined for one who has not signed in. */
export const accountOf = (principal: Principal): string | undefined =>
  principal.kind === 'user' ? principal.userId : undefined;
