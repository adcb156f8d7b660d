import type { Principal } from '../identity/principal.ts';
import type { SubgraphContext } from './subgraph-context.ts';

/** The header, and the key in a subscription's `extensions`, that carries the gateway's internal token. */
export const internalTokenHeader = 'x-meridian-internal';

/** What a subgraph needs of `identity/internal-token.ts`. */
export interface InternalTokenVerifier {
  verify(token: string, audience: string): Promise<VerifiedInternalToken> | VerifiedInternalToken;
}

export type VerifiedInternalToken =
  | Readonly<{ ok: true; principal: Principal; expiresAt: number }>
  | Readonly<{ ok: false; reason?: string }>;

/** What travels beside an operation from the gateway to a subgraph, as headers over HTTP and as an object in-process. */
export type InternalEnvelope = Readonly<{ token: string; requestId: string; traceparent?: string }>;

/** Verifies the envelope's token for this subgraph and answers the context of the request, or nothing when it does not hold. */
export async function contextOf(
  envelope: InternalEnvelope,
  options: { verifier: InternalTokenVerifier; audience: string },
): Promise<SubgraphContext | undefined> {
  const verified = await options.verifier.verify(envelope.token, options.audience);
  if (!verified.ok) return undefined;
  const { requestId, traceparent } = envelope;
  return { principal: verified.principal, requestId, ...(traceparent ? { traceparent } : {}) };
}
