import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** `npm test [-- jest's arguments]`: sets a clone up, runs every test that needs no outside server, and ends with the counts. */
function countsOf(report) {
  // A file that could not even be loaded is a failure, although jest counts no test of it.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return `${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`;
}

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
  const { code } = await run(process.execPath, [...nodeOptions, ...jest, ...process.argv.slice(2)], {
    isShown: 'stderr',
  });
  const report = await readFile(reportFile, 'utf8').then(JSON.parse, () => undefined);
  console.log(report === undefined ? '0 passed, 1 failed, 0 skipped (jest did not start)' : countsOf(report));
  process.exitCode = code;
} finally {
  await rm(folder, { recursive: true });
}
