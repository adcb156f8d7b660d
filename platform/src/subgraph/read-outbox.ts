import type { Principal } from '../identity/principal.ts';
import { hasScope } from '../identity/scopes.ts';
import type { OutboxMonitor, OutboxState } from '../outbox/outbox.ts';

/** Which service's outbox is looked into, and by what. */
export type ReadOutboxDeps = Readonly<{ service: string; outbox: OutboxMonitor }>;

/** Who asks. */
export type ReadOutboxRequest = Readonly<{ principal: Principal }>;

/** How a service's own outbox stands, for operators; undefined for others. The same use case in every service that has one. */
export const createReadOutbox =
  ({ service, outbox }: ReadOutboxDeps) =>
  async ({ principal }: ReadOutboxRequest): Promise<(OutboxState & Readonly<{ service: string }>) | undefined> =>
    hasScope(principal, 'events:read') ? { service, ...(await outbox.state()) } : undefined;
