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

const pagesFolder = '/e2e/browser/';

/**
 * `npm test [-- jest's arguments]`: sets a clone up, runs every test that needs neither an outside server nor a browser, and ends with
 * the counts. `npm run test:pages` does the same for the tests that look at the pages in this machine's Chromium or Chrome; without
 * one that is a failure.
 */
function readSelection([first, ...rest]) {
  if (first !== '--pages') {
    const leftOut = ['/node_modules/', '/dist/', pagesFolder].map((pattern) => `--testPathIgnorePatterns=${pattern}`);
    // Paths come first: jest takes whatever follows a list for more of the list.
    return [...(first === undefined ? [] : [first]), ...rest, ...leftOut];
  }
  if (findChromium() === undefined) stop('The tests of the pages need Chromium. Install it, or name it in CHROMIUM.');
  return [pagesFolder, ...rest];
}

const jestArguments = readSelection(process.argv.slice(2));
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
