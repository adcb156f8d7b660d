import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Skip = Readonly<{ line: number; reason: string }>;

/** Collects skipped rows: the first few for the screen, all of them in a file that is made with the first one. */
export interface SkipReport {
  /** Resolves when the row may be forgotten: it waits while the disk is slower than the import. */
  add(skip: Skip): Promise<void>;
  readonly first: readonly Skip[];
  readonly count: number;
  /** Where the file lies; undefined when nothing was skipped. */
  close(): Promise<string | undefined>;
}

const shown = 5;
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const openStream = async (path: string): Promise<WriteStream> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const stream = createWriteStream(path, { mode: 0o600 });
  stream.write('line,reason\n');
  return stream;
};

const drained = (stream: WriteStream): Promise<void> =>
  new Promise((resolve, reject) => stream.once('drain', resolve).once('error', reject));
const ended = (stream: WriteStream): Promise<void> =>
  new Promise((resolve, reject) => stream.once('error', reject).end(resolve));

/** Creates a report with nothing in it. Makes neither folder nor file before the first skip. */
export const createSkipReport = (path: string): SkipReport => {
  const first: Skip[] = [];
  let [count, stream] = [0, undefined as WriteStream | undefined];
  return {
    first,
    get count() {
      return count;
    },
    add: async (skip) => {
      stream ??= await openStream(path);
      if (first.length < shown) first.push(skip);
      count += 1;
      if (!stream.write(`${skip.line},${quote(skip.reason)}\n`)) await drained(stream);
    },
    close: async () => {
      if (stream === undefined) return undefined;
      await ended(stream);
      return path;
    },
  };
};
