import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { prepare, stop } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** What jest has reported, in one line. */
function countsOf(report) {
  // A file that could not even be loaded is a failure, although jest counts no test of it.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return `${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`;
}

const withoutBrowser = [
  '--testPathIgnorePatterns=/node_modules/',
  '--testPathIgnorePatterns=/dist/',
  '--testPathIgnorePatterns=/e2e/browser/',
];

/** jest's arguments that leave out what this machine cannot run. */
function leftOut({ REQUIRE_BROWSER } = process.env) {
  if (findChromium() !== undefined) return [];
  if (REQUIRE_BROWSER === '1') stop('The tests of the pages need Chromium. Install it, or name it in CHROMIUM.');
  console.log('The tests of the pages are left out: install Chromium, or name a browser in CHROMIUM.');
  return withoutBrowser;
}

/**
 * `npm test [-- jest's arguments]`: sets a clone up, runs every test that needs no outside server, and ends with the counts. Pages are
 * tested in the Chromium or Chrome of this machine. Where there is none, these tests are left out and it says so; with
 * REQUIRE_BROWSER=1, as in continuous integration, that is a failure.
 */
const jestArguments = [...leftOut(), ...process.argv.slice(2)];
await prepare();
const folder = await mkdtemp(join(tmpdir(), 'meridian-test-'));
const reportFile = join(folder, 'report.json');
try {
  const jest = [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${reportFile}`,
    '--testLocationInResults=false',
  ];
  const nodeOptions = ['--experimental-vm-modules', '--no-warnings'];
  // `--json` would print the report as well; the reporter's lines go to standard error and stay visible.
  const { code } = await run(process.execPath, [...nodeOptions, ...jest, ...jestArguments], {
    isShown: 'stderr',
  });
  const report = await readFile(reportFile, 'utf8').then(JSON.parse, () => undefined);
  console.log(report === undefined ? '0 passed, 1 failed, 0 skipped (jest did not start)' : countsOf(report));
  process.exitCode = code;
} finally {
  await rm(folder, { recursive: true });
}
