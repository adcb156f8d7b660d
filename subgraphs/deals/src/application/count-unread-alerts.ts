import type { Principal } from '@meridian/platform/identity/principal';
import type { AccountReader } from '../ports/account-reader.ts';
import { isAccount } from './caller.ts';

/** Of whose inbox. */
export type CountUnreadAlertsRequest = Readonly<{ principal: Principal; userId: string }>;

/** How many of the caller's own alerts are unread; undefined for others. */
export const createCountUnreadAlerts =
  (deps: { reader: Pick<AccountReader, 'unreadCount'> }) =>
  async ({ principal, userId }: CountUnreadAlertsRequest): Promise<number | undefined> =>
    isAccount(principal, userId) ? deps.reader.unreadCount(userId) : undefined;
