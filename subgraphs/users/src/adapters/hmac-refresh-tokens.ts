import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { RefreshTokens } from '../ports/session-tokens.ts';

type Dependencies = Readonly<{
  /** A secret of the installation; a key of its own is derived from it. */
  key: Uint8Array;
  /** Unguessable bytes. */
  randomBytes: (count: number) => Uint8Array;
}>;

/**
 * Opaque tokens of 256 bits. A successor is an HMAC of its predecessor, so that a client whose answer was lost gets the same one
 * again although only hashes are stored; without the key, an old token tells nothing of the next.
 */
export function createHmacRefreshTokens(deps: Dependencies): RefreshTokens {
  const key = Buffer.from(hkdfSync('sha256', deps.key, '', 'meridian/users/refresh-token/1', 32));
  return {
    first: () => Buffer.from(deps.randomBytes(32)).toString('base64url'),
    successorOf: (token) => createHmac('sha256', key).update(token).digest('base64url'),
    // No slow hash: 256 random bits cannot be guessed from their hash.
    hash: (token) => createHash('sha256').update(token).digest('base64url'),
  };
}
