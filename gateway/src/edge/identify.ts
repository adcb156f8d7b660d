import type { AccessTokenVerifier } from '@meridian/platform/identity/access-token';
import { anonymous } from '@meridian/platform/identity/principal';
import type { Caller } from '../executor/create-call.ts';
import type { Endpoint } from './endpoint.ts';
import type { Refusal } from './refusals.ts';

/** Who asks, or why that could not be found out. */
export type Identified = Readonly<{ ok: true; caller: Caller } | { ok: false; refusal: Refusal }>;
type Credentials = Readonly<{
  authorization: unknown;
  requestId: string;
  traceparent?: string;
  clientAddress?: string;
}>;

const refusals = {
  expired: {
    code: 'ACCESS_TOKEN_EXPIRED',
    message: 'The access token has ended. Refresh it and send the request again.',
  },
  invalid: { code: 'ACCESS_TOKEN_INVALID', message: 'The access token is not one of ours. Sign in again.' },
} as const satisfies Readonly<Record<string, Refusal>>;

const bearerPattern = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i;

/**
 * Finds out who asks, by a bearer token (RFC 6750, section 2.1). Without an `Authorization` header that is nobody in particular, and
 * at a door that does not identify it is nobody always. A token that does not hold is refused rather than ignored: its sender
 * believes to be signed in.
 */
export async function identify(
  credentials: Credentials,
  endpoint: Endpoint,
  verifier: AccessTokenVerifier,
): Promise<Identified> {
  const { authorization, ...request } = credentials;
  if (!endpoint.identifies || authorization === undefined || authorization === '') {
    return { ok: true, caller: { ...request, principal: anonymous } };
  }
  const token = typeof authorization === 'string' ? bearerPattern.exec(authorization)?.[1] : undefined;
  if (!token) return { ok: false, refusal: refusals.invalid };
  const verified = await verifier.verify(token);
  if (!verified.ok) return { ok: false, refusal: refusals[verified.reason] };
  return { ok: true, caller: { ...request, principal: verified.principal, expiresAt: verified.expiresAt } };
}
