import { defaultCostLimits } from './cost/cost-limits.ts';
import { defaultLimits } from './edge/operation-limits.ts';
import { defaultRateBudgets } from './edge/rate-limits.ts';
import type { GatewayOptions } from './gateway-options.ts';

/** Safe on the open internet; a laptop loosens what it needs. */
export const defaultOptions: GatewayOptions = {
  limits: defaultLimits,
  costLimits: defaultCostLimits,
  maxListItems: 1000,
  rateBudgets: defaultRateBudgets,
  introspection: 'admins',
  allowedOrigins: [],
  secureCookies: true,
  maxBodyInBytes: 256 * 1024,
  fetchTimeoutInMs: 10_000,
  requestTimeoutInMs: 30_000,
  maxBufferedEvents: 256,
  maxSubscriptionsPerSocket: 50,
  maxSocketsPerAddress: 200,
  maxSocketMessageInBytes: 64 * 1024,
  maxSocketBacklogInBytes: 1024 * 1024,
  socketKeepAliveInMs: 15_000,
  maxConnections: 10_000,
  trustProxy: 'nobody',
};
