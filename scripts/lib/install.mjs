import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

const oldest = [20, 19];

/** A sentence when this Node is too old, nothing otherwise. */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (isEnough) return undefined;
  return `Meridian needs Node.js ${oldest.join('.')} or newer; this is ${version}. Get one from https://nodejs.org and try again.`;
}

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * Whether `node_modules` holds what the lock file says. npm keeps a list of what it has installed; that is compared, not a time
 * or a stamp, so an `npm install` by hand counts as well.
 */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.optional === true || entry.link === true) return true;
    return present[path]?.version === entry.version;
  });
}

/** Installs what the lock file says unless it is there. @returns {Promise<boolean>} whether it is there now */
export async function ensureInstalled(say) {
  if (isInstalled()) return true;
  say('Installing packages. This is done once and takes about a minute.');
  const started = Date.now();
  const { code } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    isShown: true,
  });
  if (code === 0) say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return code === 0;
}
