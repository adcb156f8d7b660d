import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { UsageError } from '../failure.ts';

/** What is known of a file before its first row is read. */
export type InspectedFile = Readonly<{ path: string; sizeInBytes: number; endsWithLineEnd: boolean }>;

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const refuse = (path: string, what: string): never => {
  throw new UsageError(`${path} ${what}`);
};

/** Formats that are not text, told by their first bytes; a better hint than "invalid UTF-8". */
const refuseKnownBinary = (path: string, head: Uint8Array): void => {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff))
    refuse(path, 'is UTF-16; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)');
  if (startsWith(head, 0x1f, 0x8b)) refuse(path, 'is compressed with gzip; unpack it first (gunzip)');
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04))
    refuse(path, 'is a zip archive or a spreadsheet; unpack it, or save it as CSV');
};

/**
 * Reads the whole file once and refuses it unless all of it is UTF-8 text. Done before the first write: a wrong byte in the last
 * row must not leave half of a file behind. A character that is cut off by the end of the file is allowed; its row is not.
 */
const refuseWrongEncoding = async (path: string): Promise<void> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = chunk as Buffer;
    if (offset === 0) refuseKnownBinary(path, bytes);
    if (bytes.includes(0)) refuse(path, 'is binary or UTF-16, not text; it has a zero byte');
    try {
      decoder.decode(bytes, { stream: true });
    } catch {
      refuse(
        path,
        `is not UTF-8 (somewhere in bytes ${offset}–${offset + bytes.length}); convert it first (iconv -f LATIN1 -t UTF-8)`,
      );
    }
    offset += bytes.length;
  }
};

const lastByte = async (path: string, sizeInBytes: number): Promise<number | undefined> => {
  await using handle = await open(path, 'r');
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, sizeInBytes - 1);
  return buffer[0];
};

/** @throws UsageError unless it is a readable, regular file of UTF-8 text (with or without a byte order mark) */
export const inspectFile = async (path: string): Promise<InspectedFile> => {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) =>
    refuse(path, cause.code === 'ENOENT' ? 'does not exist' : `cannot be read: ${cause.message}`),
  );
  if (!found.isFile()) refuse(path, 'is not a file');
  if (found.size === 0) refuse(path, 'is empty');
  await refuseWrongEncoding(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause instanceof UsageError) throw cause;
    refuse(path, `cannot be read: ${cause.message}`);
  });
  const last = await lastByte(path, found.size);
  return { path, sizeInBytes: found.size, endsWithLineEnd: last === 0x0a || last === 0x0d };
};
