import type { Principal } from '../identity/principal.ts';

/**
 * What every resolver of every subgraph knows of its caller. The principal comes from the gateway's verified internal token and
 * from nowhere else. A subgraph's own context extends this one with its use cases and loaders; it is made anew for every
 * request and for every event of a subscription, so a loader never serves an older event's data.
 */
export type SubgraphContext = Readonly<{
  principal: Principal;
  /** Identifies the client's request in the logs of every service. */
  requestId: string;
  /** W3C trace context of the client's request. */
  traceparent?: string;
  /** The client's network address as the edge saw it; throttles count by it. Absent where there is no client. */
  clientAddress?: string;
}>;
