import { createHash } from 'node:crypto';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const lengthInBase62 = 22;

/**
 * An id that a key of a data set has for ever, in the form of our other ids: prefix, underscore, 22 letters and digits (the first
 * 128 bits of SHA-256 over prefix and key, so that an account's id does not tell its public profile's).
 */
export function deriveId(prefix: string, key: string): string {
  const digest = createHash('sha256').update(`${prefix}\n${key}`).digest('hex');
  let value = BigInt(`0x${digest.slice(0, 32)}`);
  let text = '';
  for (; text.length < lengthInBase62; value /= 62n) text = base62.charAt(Number(value % 62n)) + text;
  return `${prefix}_${text}`;
}
