import type { Principal } from '@meridian/platform/identity/principal';

/** The account behind a caller; undefined for one who has not signed in. */
export const accountOf = (principal: Principal): string | undefined =>
  principal.kind === 'user' ? principal.userId : undefined;

/** Whether the caller is this account: watches and alerts are nobody else's business, operators' neither. */
export const isAccount = (principal: Principal, userId: string): boolean => accountOf(principal) === userId;

/** A watch or an alert if it is the caller's own. Another's answers as a missing one does; otherwise ids could be probed. */
export const ownOf = <Item extends Readonly<{ userId: string }>>(
  principal: Principal,
  item: Item | undefined,
): Item | undefined => (item && isAccount(principal, item.userId) ? item : undefined);
