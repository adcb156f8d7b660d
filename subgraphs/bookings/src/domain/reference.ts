/** Crockford's base 32: no I, L, O or U, so that nothing is misread or misheard. Source: crockford.com/base32. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/**
 * Makes a booking reference, as `MER-7K3Q-9XZ2`, of random bytes.
 * @param bytes at least eight
 */
export function referenceOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `MER-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
