import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import * as rows from './fixtures.ts';
import { openBench } from './import.testkit.ts';

const carsWith = (wrongYears: number): string =>
  `${[rows.carsHeader, rows.carRow, ...Array.from({ length: wrongYears }, () => rows.carRow.replace('2019.0', 'new'))].join('\n')}\n`;

/** What begins a command to a terminal. */
const escapeCharacter = '\u001b';

/** What a terminal of 80 columns has shown, in the end. */
function openTerminal() {
  const screen = new PassThrough();
  const shown = text(screen);
  return {
    terminal: Object.assign(screen, { isTTY: true, columns: 80 }) as unknown as NodeJS.WriteStream,
    async shown(): Promise<string> {
      screen.end();
      return shown;
    },
  };
}

describe('what an import says', () => {
  test('--json: one line on stdout, exactly these fields in this order; what is for people goes to stderr', async () => {
    await using bench = await openBench();
    const file = await bench.file('cars.csv', carsWith(2));
    let looks = 0;
    const clock = { now: () => (looks++ === 0 ? 1_000 : 3_640) };
    const { code, out, error } = await bench.run(['cornell-cars', file], { clock, peakRssMb: () => 87 });
    expect([code, out]).toEqual([
      0,
      ['{"read":3,"imported":1,"updated":0,"unchanged":0,"skipped":2,"seconds":2.6,"peakRssMb":87}'],
    ]);
    expect(error.at(-1)).toBe('3 read: 1 imported, 0 updated, 0 unchanged, 2 skipped; 2.6 s (1 rows/s), peak 87 MB');
  });

  test('without --json the counts are the last line of stdout, and stderr is empty', async () => {
    await using bench = await openBench();
    const file = await bench.file('cars.csv', carsWith(0));
    const { out, error } = await bench.run([], { argv: ['cornell-cars', file] });
    expect(out).toEqual(['1 read: 1 imported, 0 updated, 0 unchanged, 0 skipped; 0 s, peak 1 MB']);
    expect(error).toEqual([]);
  });

  test('the first five skipped rows are shown with line and reason, all of them lie in the report', async () => {
    await using bench = await openBench();
    const { out } = await bench.run([], { argv: ['cornell-cars', await bench.file('cars.csv', carsWith(7))] });
    const reason = out[1]?.replace('  line 3: ', '') ?? '';
    expect(reason).toContain('new');
    const shown = [3, 4, 5, 6, 7].map((line) => `  line ${line}: ${reason}`);
    expect(out.slice(0, 7)).toEqual(['skipped:', ...shown, '  and 2 more']);
    const report = out[7]?.replace('all skipped rows: ', '') ?? '';
    expect(report.startsWith(join(bench.folder, 'data', 'imports', 'cornell-cars-2026-11-20T12-00-00'))).toBe(true);
    const lines = (await readFile(report, 'utf8')).trim().split('\n');
    expect(lines).toEqual([
      'line,reason',
      ...[3, 4, 5, 6, 7, 8, 9].map((line) => `${line},"${reason.replaceAll('"', '""')}"`),
    ]);
  });

  test('nothing skipped, no report', async () => {
    await using bench = await openBench();
    await bench.run(['cornell-cars', await bench.file('cars.csv', carsWith(0))]);
    expect(existsSync(join(bench.folder, 'data', 'imports'))).toBe(false);
  });

  test('on a terminal a bar shows the stage, how far it is and how many rows; it is gone at the end', async () => {
    await using bench = await openBench();
    const calendar = `${[rows.calendarHeader, ...Array.from({ length: 1_200 }, (_, night) => `${night},2023-09-23,t,$90.00,,2,30`)].join('\n')}\n`;
    const { terminal, shown } = openTerminal();
    const file = await bench.file('calendar.csv', calendar);
    await bench.run(['airbnb-calendar', file, '--shift-dates'], { terminal });
    const screen = await shown();
    expect(screen).toMatch(/reading dates \S+ \d+% · [\d,]+ rows · /);
    expect(screen).toMatch(/importing \S+ \d+% · [\d,]+ rows · /);
    // Cleared: the last thing that is done to the line is to erase it.
    expect(screen.slice(screen.lastIndexOf('importing'))).toMatch(new RegExp(`${escapeCharacter}\\[[0-2]?K[^%]*$`));
  });

  test('elsewhere no bar is shown: a log is no terminal', async () => {
    await using bench = await openBench();
    const { terminal, shown } = openTerminal();
    Object.assign(terminal, { isTTY: false });
    await bench.run(['cornell-cars', await bench.file('cars.csv', carsWith(0))], { terminal });
    expect(await shown()).toBe('');
  });
});
