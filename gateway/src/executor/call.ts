import type { Principal } from '@meridian/platform/identity/principal';
import type { InternalEnvelope } from '@meridian/platform/subgraph/internal-caller';

/** One client request, or one event of a subscription, as everything behind the edge sees it. */
export type Call = Readonly<{
  principal: Principal;
  requestId: string;
  traceparent?: string;
  /** Ends every fetch of the request: the client left, or its time is over. */
  signal: AbortSignal;
  /** The envelope for one subgraph, with a fresh internal token for exactly that audience. */
  envelopeFor(subgraph: string): InternalEnvelope;
}>;
