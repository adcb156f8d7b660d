import type { AlertConnectionResolvers } from '../generated/resolvers-types.ts';
import { unreadCount } from './AlertConnection/unreadCount.ts';

/** A page of an inbox. */
export const AlertConnection: AlertConnectionResolvers = { unreadCount };
