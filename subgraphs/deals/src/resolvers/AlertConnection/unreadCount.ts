import type { AlertConnectionResolvers } from '../../generated/resolvers-types.ts';

/** Nobody gets a page of another's inbox, so that there is always a number here. */
export const unreadCount: AlertConnectionResolvers['unreadCount'] = async ({ userId }, _args, { deals, principal }) =>
  (await deals.countUnreadAlerts({ userId, principal })) ?? 0;
