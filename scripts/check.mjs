import { runSchemaTool } from './lib/generate.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, tool } from './lib/run.mjs';

/** `npm run check`: everything about the sources that a machine can judge. All steps run; each failure names what repairs it. */
const node = (script, ...args) => run(process.execPath, [`scripts/${script}`, ...args]);

const steps = [
  { name: 'format', work: () => run(tool('biome'), ['format', '.']), repair: 'npm run format' },
  {
    name: 'lint',
    work: () => run(tool('biome'), ['check', '--formatter-enabled=false', '--error-on-warnings', '.']),
    repair: 'npx biome check --write .',
  },
  {
    name: 'imports and names',
    work: () => node('lint-imports.mjs'),
    repair: 'do what its message says',
  },
  { name: 'types', work: () => run(tool('tsc'), ['-p', '.']), repair: 'correct the types' },
  // Each by itself: both apps declare their router to the same library.
  ...['web', 'admin', 'gateway/playground'].map((app) => ({
    name: `types of ${app}`,
    work: () => run(tool('tsc'), ['-p', app]),
    repair: 'correct the types',
  })),
  { name: 'SDL composition and rules', work: () => runSchemaTool('compose'), repair: 'correct the SDL in schema/' },
  {
    name: "the apps' operations fit the schema",
    work: () => runSchemaTool('documents'),
    repair: 'correct the .graphql files that are named, or the SDL',
  },
  {
    name: 'public contract, breaking changes',
    work: () => runSchemaTool('breaking'),
    repair: 'deprecate first; npm run generate -- --release-contract makes a contract the released one',
  },
  {
    name: 'generated files',
    work: () => runSchemaTool('stale'),
    repair: 'npm run generate, and commit what it writes',
  },
  { name: 'lock file is whole', work: () => node('complete-lock.mjs', '--check'), repair: 'npm run lock' },
  {
    name: 'lock file fits the packages',
    work: () =>
      run('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--offline', '--loglevel=error']),
    repair: 'npm install && npm run lock',
  },
];

/** The beginning of what a step said: a page is read, a thousand lines are not. */
function excerpt(output, limit = 60) {
  const lines = output.trim().split('\n');
  const rest = lines.length > limit ? [`… and ${lines.length - limit} more lines`] : [];
  return [...lines.slice(0, limit), ...rest].map((line) => `    ${line}`).join('\n');
}

await prepare({ isBuilt: false });
let failed = 0;
for (const { name, work, repair } of steps) {
  const started = Date.now();
  const { code, output } = await work();
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (code === 0) continue;
  failed += 1;
  console.log(`${excerpt(output)}\n    To repair: ${repair}`);
}
console.log(`${steps.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 ? 0 : 1;
