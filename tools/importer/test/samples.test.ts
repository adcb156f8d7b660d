import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { counts, openBench } from './import.testkit.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const samples = join(root, '../shared/data');
const madeUp = join(root, 'e2e/import/files');
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

/** What the made-up files come to, counted by hand. */
const madeUpCounts: readonly Expected[] = [
  { format: 'ourairports', file: 'airports.csv', read: 5, imported: 4, skippedLines: [6] },
  { format: 'openflights-airlines', file: 'airlines.dat', read: 2, imported: 1, skippedLines: [2] },
  { format: 'openflights-routes', file: 'routes.dat', read: 2, imported: 1, skippedLines: [2] },
  { format: 'expedia', file: 'expedia.csv', read: 2, imported: 1, skippedLines: [3] },
  { format: 'easemytrip', file: 'easemytrip.csv', read: 2, imported: 1, skippedLines: [3] },
  { format: 'airbnb-listings', file: 'airbnb-short.csv', read: 2, imported: 1, skippedLines: [3] },
  { format: 'airbnb-listings', file: 'airbnb-full.csv', read: 1, imported: 0, updated: 1, skippedLines: [] },
  { format: 'airbnb-calendar', file: 'airbnb-calendar.csv', read: 8, imported: 7, skippedLines: [9] },
  { format: 'hotel-demand', file: 'hotel-demand.csv', read: 2, imported: 1, skippedLines: [3] },
  { format: 'cornell-cars', file: 'cars.csv', read: 2, imported: 1, skippedLines: [3] },
].map((expected) => ({ updated: 0, unchanged: 0, ...expected }));

const hasPython = (): boolean => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** What the script, which knows nothing of the importer, counts in the files of a folder. */
const countedIn = (folder: string): readonly Expected[] =>
  execFileSync('python3', [script, folder, '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 })
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

/** Imports all files twice: what they come to, line by line, and that the second run changes nothing. */
const importAll = async (folder: string, all: readonly Expected[]): Promise<void> => {
  await using bench = await openBench();
  for (const expected of all) {
    const skipped = expected.skippedLines.length;
    const first = await bench.run([expected.format, join(folder, expected.file)]);
    expect([expected.file, first.counts]).toEqual([
      expected.file,
      counts(expected.read, expected.imported, { updated: expected.updated, unchanged: expected.unchanged, skipped }),
    ]);
    expect([expected.file, await skippedLinesOf(first.error)]).toEqual([expected.file, expected.skippedLines]);
  }
  for (const expected of all) {
    const again = await bench.run([expected.format, join(folder, expected.file)]);
    const unchanged = expected.imported + expected.updated + expected.unchanged;
    const skipped = expected.skippedLines.length;
    expect([expected.file, again.counts]).toEqual([expected.file, counts(expected.read, 0, { unchanged, skipped })]);
  }
};

/** The sample files are no part of the repository, and not every machine has `python3`. */
const missing = [...(existsSync(samples) ? [] : ['../shared/data']), ...(hasPython() ? [] : ['python3'])].join(' and ');
const isRequired = process.env.REQUIRE_SAMPLES === '1';
// A skip that nobody sees is a pass that nobody earned.
if (missing !== '') process.stderr.write(`samples.test.ts: ${missing} missing; the sample files are NOT checked\n`);

const withPython = hasPython() ? test : test.skip;
const withSamples = missing === '' || isRequired ? test : test.skip;

describe('files of all nine formats', () => {
  test('the made-up ones come to what was counted by hand, line by line, and a second run changes nothing', () =>
    importAll(madeUp, madeUpCounts));

  withPython('the independent script counts the made-up files as a hand does', () => {
    expect(countedIn(madeUp)).toEqual(madeUpCounts.map((expected) => expect.objectContaining(expected)));
  });

  withSamples(
    `the sample files come to what the independent script counts${missing === '' ? '' : ` (missing: ${missing})`}`,
    async () => {
      expect(missing).toBe('');
      const all = countedIn(samples);
      expect(all.length).toBe(10);
      await importAll(samples, all);
    },
    // Half a minute of work; a busy machine takes many times as long, and nothing here is about time.
    300_000,
  );
});
