import type { InternalTokens } from '@meridian/platform/identity/internal-token';
import type { Principal } from '@meridian/platform/identity/principal';
import type { Call } from './call.ts';

/** Who sent a request, as the edge found out. */
export type Caller = Readonly<{
  principal: Principal;
  requestId: string;
  traceparent?: string;
  /** The client's network address, for subgraphs that throttle by it. */
  clientAddress?: string;
  /** When the access token ends, in epoch milliseconds; absent for an anonymous caller. */
  expiresAt?: number;
}>;

/**
 * A call on the caller's behalf, until the signal is aborted. Internal tokens are issued per subgraph and per fetch, so that none can be
 * replayed on another subgraph and none outlives its fetch by much.
 */
export function createCall(
  caller: Caller,
  deps: Readonly<{ internalTokens: Pick<InternalTokens, 'issue'>; signal: AbortSignal }>,
): Call {
  const { principal, requestId, traceparent, clientAddress } = caller;
  const trace = traceparent ? { traceparent } : {};
  const address = clientAddress ? { clientAddress } : {};
  return {
    principal,
    requestId,
    ...trace,
    signal: deps.signal,
    envelopeFor: (audience) => ({
      token: deps.internalTokens.issue({ principal, audience }),
      requestId,
      ...trace,
      ...address,
    }),
  };
}
