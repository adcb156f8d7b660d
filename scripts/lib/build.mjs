import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run, tool } from './run.mjs';
import { createStamp } from './stamp.mjs';
import { workspaces } from './workspaces.mjs';

const hasBuild = (workspace) =>
  JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')).scripts?.build !== undefined;

/** Everything that can change a bundle, the SDL included. Generated code follows from the rest. */
const inputs = (all) => [
  ...['package-lock.json', 'scripts/bundle.mjs', 'scripts/compress.mjs', 'schema', 'ui/vite.mjs'],
  ...all.flatMap((workspace) =>
    ['package.json', 'src', 'playground', 'index.html', 'vite.config.mjs', 'prerender.mjs'].map(
      (input) => `${workspace}/${input}`,
    ),
  ),
];

/** What a workspace's build writes: a bundle for Node, or an app for browsers; undefined where there is nothing to build. */
function outputOf(workspace) {
  if (!hasBuild(workspace)) return undefined;
  if (existsSync(join(root, workspace, 'src/main.ts'))) return `${workspace}/dist/main.js`;
  return existsSync(join(root, workspace, 'index.html')) ? `${workspace}/dist/index.html` : undefined;
}

/**
 * Builds what has changed. When nothing has, that is known in a tenth of a second. A bundle holds the sources of the workspaces that
 * it needs, so one can be built alone.
 *
 * @param {string} [only] the one workspace that is needed; all otherwise
 * @returns {Promise<boolean>} whether everything is built
 */
export async function ensureBuilt(say, only) {
  const all = workspaces();
  const outputs = (only === undefined ? all : [only]).map(outputOf).filter((output) => output !== undefined);
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
