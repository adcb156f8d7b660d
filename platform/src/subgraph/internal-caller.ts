import type { InternalTokens } from '../identity/internal-token.ts';
import type { SubgraphContext } from './subgraph-context.ts';

/** What a subgraph needs of internal tokens: it never issues one. */
export type InternalTokenVerifier = Pick<InternalTokens, 'verify'>;

/** What travels beside an operation from the gateway to a subgraph, as headers over HTTP and as an object in-process. */
export type InternalEnvelope = Readonly<{
  token: string;
  requestId: string;
  traceparent?: string;
  /** The client's network address as the edge saw it; the token beside it vouches for the gateway that says so. */
  clientAddress?: string;
}>;

/** The header that carries {@link InternalEnvelope.clientAddress}. */
export const clientAddressHeader = 'x-meridian-client-address';

/** Verifies the envelope's token for this subgraph and answers the context of the request, or nothing when it does not hold. */
export function contextOf(
  envelope: InternalEnvelope,
  options: Readonly<{ verifier: InternalTokenVerifier; audience: string }>,
): SubgraphContext | undefined {
  const verified = options.verifier.verify(envelope.token, options.audience);
  if (!verified.ok) return undefined;
  const { requestId, traceparent, clientAddress } = envelope;
  return {
    principal: verified.principal,
    requestId,
    ...(traceparent ? { traceparent } : {}),
    ...(clientAddress ? { clientAddress } : {}),
  };
}
