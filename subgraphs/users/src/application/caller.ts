import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';

/** The caller's user id; undefined for an anonymous one. */
export const userOf = (principal: Principal): string | undefined =>
  principal.kind === 'user' ? principal.userId : undefined;

/** Whether a caller may read every account: operators may. */
export const mayReadAccounts = (principal: Principal): boolean => hasScope(principal, 'users:read');

/** Whether a caller may read an account: its owner and operators may. */
export const mayReadAccount = (principal: Principal, userId: string): boolean =>
  userOf(principal) === userId || mayReadAccounts(principal);
