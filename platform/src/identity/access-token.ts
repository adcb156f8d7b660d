import {
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { KeyRing, PublicKey, SigningKey } from '../config/secrets.ts';
import type { Clock } from '../time/clock.ts';
import type { Principal, Role } from './principal.ts';
import { isRole, scopesOf } from './scopes.ts';

/** How long an access token lives. Roles that are taken away keep their effect for at most as long. */
const accessTokenLifetimeInMs = 10 * 60 * 1000;

const audience = 'meridian';
// RFC 9068, section 2.1: the type keeps any other JWT that we sign from passing for an access token.
const tokenType = 'at+jwt';

/** A token and the instant (epoch milliseconds) from which on it is refused. */
export type IssuedAccessToken = Readonly<{ token: string; expiresAt: number }>;

export interface AccessTokenIssuer {
  issue(session: Readonly<{ userId: string; sessionId: string; roles: readonly Role[] }>): Promise<IssuedAccessToken>;
}

/** Signs access tokens (EdDSA, RFC 8037) with the first key; the others only stay published until their tokens have expired. */
export function createAccessTokenIssuer(deps: {
  keys: KeyRing<SigningKey>;
  clock: Clock;
  issuer: string;
}): AccessTokenIssuer {
  const [{ kid, privateKey }] = deps.keys;
  return {
    async issue({ userId, sessionId, roles }) {
      const issuedAtInSeconds = Math.floor(deps.clock.now() / 1000);
      const expiresAtInSeconds = issuedAtInSeconds + accessTokenLifetimeInMs / 1000;
      const token = await new SignJWT({ sid: sessionId, roles: [...roles] })
        .setProtectedHeader({ alg: 'EdDSA', typ: tokenType, kid })
        .setIssuer(deps.issuer)
        .setAudience(audience)
        .setSubject(userId)
        .setIssuedAt(issuedAtInSeconds)
        .setExpirationTime(expiresAtInSeconds)
        .sign(privateKey);
      return { token, expiresAt: expiresAtInSeconds * 1000 };
    },
  };
}

/** The public keys as a JWKS document (RFC 7517), for `/.well-known/jwks.json` and {@link createAccessTokenVerifier}. */
export function jwksOf(keys: readonly PublicKey[]): JSONWebKeySet {
  const toJwk = ({ kid, publicKey }: PublicKey): JWK => ({
    ...(publicKey.export({ format: 'jwk' }) as JWK),
    kid,
    alg: 'EdDSA',
    use: 'sig',
  });
  return { keys: keys.map(toJwk) };
}

/** Who a token speaks for, or why it is refused. `expired` alone is worth a refresh. */
export type AccessTokenVerification =
  | Readonly<{ ok: true; principal: Extract<Principal, { kind: 'user' }>; expiresAt: number }>
  | Readonly<{ ok: false; reason: 'expired' | 'invalid' }>;

export interface AccessTokenVerifier {
  /** Never throws for a bad token; throws when the keys cannot be had. */
  verify(token: string): Promise<AccessTokenVerification>;
}

const keysUnavailable = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function refusalOf(error: unknown): AccessTokenVerification {
  if (error instanceof errors.JWTExpired) return { ok: false, reason: 'expired' };
  if (error instanceof errors.JOSEError && !keysUnavailable.has(error.code)) return { ok: false, reason: 'invalid' };
  throw error;
}

function principalOf(payload: JWTPayload): AccessTokenVerification {
  const { sub, sid, roles, exp } = payload;
  const isWhole = typeof sub === 'string' && typeof sid === 'string' && typeof exp === 'number' && Array.isArray(roles);
  if (!isWhole) return { ok: false, reason: 'invalid' };
  // A role that this process does not know yet (a rolling update) grants nothing.
  const known = roles.filter(isRole);
  const principal = { kind: 'user', userId: sub, sessionId: sid, roles: known, scopes: scopesOf(known) } as const;
  return { ok: true, principal, expiresAt: exp * 1000 };
}

/**
 * Verifies access tokens. Only EdDSA is accepted, whatever the token's header says.
 *
 * @param deps.jwks a JWKS document, or jose's function that finds a key, such as `createRemoteJWKSet`
 */
export function createAccessTokenVerifier(deps: {
  jwks: JSONWebKeySet | JWTVerifyGetKey;
  clock: Clock;
  issuer: string;
}): AccessTokenVerifier {
  const findKey = typeof deps.jwks === 'function' ? deps.jwks : createLocalJWKSet(deps.jwks);
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, findKey, {
          algorithms: ['EdDSA'],
          audience,
          issuer: deps.issuer,
          typ: tokenType,
          requiredClaims: ['sub', 'sid', 'roles', 'exp'],
          currentDate: new Date(deps.clock.now()),
        });
        return principalOf(payload);
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}
