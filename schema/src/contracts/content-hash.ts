import { createHash } from 'node:crypto';

/**
 * A hash over JSON content: 22 characters, SHA-256 cut to 128 bits. Equal content must be built with its keys in equal order, which
 * holds for records that one function builds.
 */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);

/** Completes a record with the hash of everything in it. */
export const identified = <Content extends Readonly<{ sourceKey: string }>>(
  content: Content,
): Content & { contentHash: string } => ({
  ...content,
  contentHash: contentHash(content),
});
