import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run, tool } from './run.mjs';
import { createStamp } from './stamp.mjs';
import { workspaces } from './workspaces.mjs';

const hasBuild = (workspace) =>
  JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')).scripts?.build !== undefined;

/** Everything that can change a bundle. Generated code follows from the rest. */
const inputs = (all) => [
  ...['package-lock.json', 'scripts/bundle.mjs', 'schema/events', 'schema/src'],
  ...all.flatMap((workspace) => [`${workspace}/package.json`, `${workspace}/src`, `${workspace}/playground`]),
];

const hasMain = (workspace) => hasBuild(workspace) && existsSync(join(root, workspace, 'src/main.ts'));

/**
 * Builds what has changed. When nothing has, that is known in a tenth of a second. A bundle holds the sources of the workspaces that
 * it needs, so one can be built alone.
 *
 * @param {string} [only] the one workspace that is needed; all otherwise
 * @returns {Promise<boolean>} whether everything is built
 */
export async function ensureBuilt(say, only) {
  const all = workspaces();
  const built = only === undefined ? all.filter(hasMain) : [only];
  const outputs = built.map((workspace) => `${workspace}/dist/main.js`);
  const stamp = createStamp(`build-${(only ?? 'all').replace('/', '-')}`, { inputs: inputs(all), outputs });
  if (stamp.isFresh) return true;
  const started = Date.now();
  say('Building.');
  const filter = only === undefined ? [] : [`--filter=./${only}`];
  const { code, output } = await run(tool('turbo'), ['run', 'build', '--output-logs=errors-only', ...filter]);
  if (code !== 0) {
    say(output.trim());
    return false;
  }
  stamp.confirm();
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}
