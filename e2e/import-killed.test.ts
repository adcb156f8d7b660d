import { cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { flightsFile, nightsFile, staysFile } from './import/made-files.ts';
import { type Import, type RunningImport, runImport, startImport } from './import/run-import.ts';
import { countStored, readStored } from './import/stored.ts';
import { createRandom } from './races/clients.ts';

const files = resolve(import.meta.dirname, 'import/files');

/** Named when a test fails, so that the same moments can be tried again. */
const seed = Date.now() % 100_000;

/** What has to be there before, and the file. */
const cases = [
  {
    format: 'expedia',
    before: { format: 'ourairports', content: undefined },
    // The newest search stands in the middle: rows that change a flight, and rows that must not.
    content: flightsFile(1_000, { searches: ['2022-04-16', '2022-04-18', '2022-04-17'], firstDay: '2022-04-20' }),
    rows: 3_000,
  },
  {
    format: 'airbnb-calendar',
    before: { format: 'airbnb-listings', content: staysFile(10) },
    content: nightsFile(10, '2027-01-01'),
    rows: 10 * 365,
  },
] as const;

/** Waits until an import has written so much, and a moment longer, which is another one in each run; or until it has ended. */
async function reached(data: string, much: number, moment: Readonly<{ import: RunningImport; random: () => number }>) {
  while (moment.import.isRunning() && (await countStored(data)) < much) await wait(5);
  await wait(60 * moment.random());
}

/** Kills the import in the first, second and last part of its way. Answers how much was written each time. */
async function torment(wish: Import, of: Readonly<{ from: number; until: number; random: () => number }>) {
  const written: number[] = [];
  for (const part of [0, 1, 2]) {
    const running = startImport(wish);
    const fraction = (part + of.random()) / 3.3;
    await reached(wish.data, of.from + (of.until - of.from) * fraction, { import: running, random: of.random });
    await running.kill();
    written.push(await countStored(wish.data));
  }
  return written;
}

test.each(cases)(
  `an import of $format that is killed at any moment and started again ends with the data of an undisturbed one (seed ${seed})`,
  async ({ format, before, content, rows }) => {
    await using folder = await temporaryFolder('import-killed');
    const at = (name: string): string => join(folder.path, name);
    const first = before.content === undefined ? join(files, 'airports.csv') : at('before.csv');
    if (before.content !== undefined) await writeFile(first, before.content);
    await writeFile(at('rows.csv'), content);
    const importInto = (name: string): Import => ({ data: at(name), format, file: at('rows.csv') });
    await runImport({ data: at('calm'), format: before.format, file: first });
    await cp(at('calm'), at('killed'), { recursive: true });
    const from = await countStored(at('calm'));
    expect((await runImport(importInto('calm'))).counts).toMatchObject({ read: rows, skipped: 0 });
    const until = await countStored(at('calm'));
    const written = await torment(importInto('killed'), { from, until, random: createRandom(seed) });
    // Otherwise nothing was cut short, and nothing is shown.
    expect(written.some((much) => much > from && much < until)).toBe(true);
    expect(await runImport(importInto('killed'))).toMatchObject({ code: 0, counts: { read: rows, skipped: 0 } });
    expect(await readStored(at('killed'))).toEqual(await readStored(at('calm')));
    expect((await runImport(importInto('killed'))).counts).toMatchObject({ imported: 0, updated: 0, skipped: 0 });
  },
  120_000,
);
