import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { counts, openBench } from './import.testkit.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const samples = join(root, '../shared/data');
const script = join(root, 'e2e/independent-counts.py');

type Expected = Readonly<{
  format: string;
  file: string;
  read: number;
  imported: number;
  updated: number;
  unchanged: number;
  skippedLines: readonly number[];
}>;

/** `python3` and the sample files are no part of the repository; where they are missing the fixtures' tests stand alone. */
const available = existsSync(samples) && existsSync('/usr/bin/env') && hasPython();

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const expectedCounts = (): Expected[] =>
  execFileSync('python3', [script, samples, '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Expected);

const skippedLinesOf = async (error: readonly string[]): Promise<number[]> => {
  const prefix = 'all skipped rows: ';
  const report = error.find((line) => line.startsWith(prefix))?.slice(prefix.length);
  if (report === undefined) return [];
  const lines = (await readFile(report, 'utf8')).trim().split('\n').slice(1);
  return lines.map((line) => Number(line.split(',')[0])).sort((a, b) => a - b);
};

(available ? test : test.skip)(
  'the sample files come to what the independent script counts, line by line, and a second run changes nothing',
  async () => {
    await using bench = await openBench();
    const all = expectedCounts();
    expect(all.length).toBe(10);
    for (const expected of all) {
      const file = join(samples, expected.file);
      const skipped = expected.skippedLines.length;
      const first = await bench.run([expected.format, file]);
      expect([expected.file, first.counts]).toEqual([
        expected.file,
        counts(expected.read, expected.imported, { updated: expected.updated, unchanged: expected.unchanged, skipped }),
      ]);
      expect([expected.file, await skippedLinesOf(first.error)]).toEqual([expected.file, expected.skippedLines]);
    }
    for (const expected of all) {
      const again = await bench.run([expected.format, join(samples, expected.file)]);
      const unchanged = expected.imported + expected.updated + expected.unchanged;
      expect([expected.file, again.counts]).toEqual([
        expected.file,
        counts(expected.read, 0, { unchanged, skipped: expected.skippedLines.length }),
      ]);
    }
  },
  // Half a minute of work; a busy machine takes many times as long, and nothing here is about time.
  300_000,
);
