import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../time/clock.ts';
import type { Principal } from './principal.ts';

/** The header that carries the gateway's token to a subgraph. */
export const internalTokenHeader = 'x-meridian-internal';

/** The longest life of a token that speaks for one request. */
export const internalTokenLifetimeInMs = 60_000;

/** For whom a token speaks, to which subgraph, and until when (epoch milliseconds; 60 s from now unless given). */
export type InternalTokenInput = Readonly<{
  principal: Principal;
  audience: string;
  /** For subscriptions: the instant at which the client's access token expires. */
  expiresAt?: number;
}>;

/** What a token says, or why it is refused. */
export type InternalTokenVerification =
  | Readonly<{ ok: true; principal: Principal; expiresAt: number }>
  | Readonly<{ ok: false; reason: 'malformed' | 'forged' | 'expired' | 'audience' }>;

/** How the gateway proves to subgraphs who is calling. */
export interface InternalTokens {
  issue(input: InternalTokenInput): string;
  verify(token: string, audience: string): InternalTokenVerification;
}

// One fixed header. Comparing it whole leaves no room for `alg: none`, another algorithm or a key chosen by the token.
const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'meridian-internal+jwt' })).toString('base64url');
const longestToken = 8_192;

type Claims = Readonly<{ aud: string; exp: number; principal: Principal }>;

function readClaims(payload: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const isWhole =
      typeof claims === 'object' && claims !== null && 'aud' in claims && 'exp' in claims && 'principal' in claims;
    // The signature stood already, so the rest was written by `issue`.
    return isWhole ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function isEqual(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Internal tokens: JWS in compact form (RFC 7515), HMAC-SHA-256. They are made and checked synchronously, because each fetch of
 * the gateway carries one: jose's asynchronous HMAC costs a round trip through the thread pool per call.
 *
 * @param deps.key at least 32 bytes (RFC 7518, section 3.2)
 */
export function createInternalTokens(deps: { key: Uint8Array; clock: Clock }): InternalTokens {
  if (deps.key.length < 32) throw new RangeError('The internal key has 32 bytes or more.');
  const sign = (text: string): Buffer => createHmac('sha256', deps.key).update(text).digest();
  return {
    issue({ principal, audience, expiresAt = deps.clock.now() + internalTokenLifetimeInMs }) {
      // Milliseconds, not RFC 7519's seconds: rounding would let a subscription outlive its access token or end early.
      const claims: Claims = { aud: audience, exp: expiresAt, principal };
      const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
      return `${signed}.${sign(signed).toString('base64url')}`;
    },
    verify(token, audience) {
      const [head, payload, signature, ...rest] = token.length > longestToken ? [] : token.split('.');
      if (head !== header || payload === undefined || signature === undefined || rest.length > 0) {
        return { ok: false, reason: 'malformed' };
      }
      const expected = sign(`${head}.${payload}`);
      // Compared as text too: base64url decoders ignore stray characters, so one signature would have many spellings.
      if (!isEqual(Buffer.from(signature), Buffer.from(expected.toString('base64url'))))
        return { ok: false, reason: 'forged' };
      const claims = readClaims(payload);
      if (claims === undefined) return { ok: false, reason: 'malformed' };
      if (claims.aud !== audience) return { ok: false, reason: 'audience' };
      if (deps.clock.now() >= claims.exp) return { ok: false, reason: 'expired' };
      return { ok: true, principal: claims.principal, expiresAt: claims.exp };
    },
  };
}
