import { createHash } from 'node:crypto';
import type { ListingKind } from './listing.ts';

/** Whoever serves pictures takes names up to 200 characters. */
const longestName = 180;

function nameOf(seed: string): string {
  const encoded = Buffer.from(seed).toString('base64url');
  return encoded.length <= longestName ? encoded : createHash('sha256').update(seed).digest('base64url');
}

/**
 * The path under which a picture is served: `/images/<kind>/<name>.svg`. The picture is drawn from kind and name alone, so whoever
 * serves it asks nobody, and a cache may keep it for ever.
 */
export const picturePathOf = (kind: ListingKind, seed: string): string =>
  `/images/${kind.toLowerCase()}/${nameOf(seed)}.svg`;
