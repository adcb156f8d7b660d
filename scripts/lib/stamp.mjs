import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';

const ignored = new Set(['node_modules', 'dist', 'generated', '.turbo', '.git']);

/** Every file below a folder, dependencies and outputs apart. A file is itself; what is missing has none. */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]));
}

/** One hash over the contents of files. Contents, not times: a checkout or a cache may set any time. */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort())
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const stampFile = (name) => join(root, 'node_modules', '.cache', 'meridian', `${name}.stamp`);

/**
 * Remembers for which inputs a step was done.
 *
 * @param {string} name of the step
 * @param {{ inputs: readonly string[], outputs: readonly string[] }} step paths from the root; outputs that are missing make it stale
 */
export function createStamp(name, { inputs, outputs }) {
  const hash = hashOf(inputs.flatMap((path) => filesBelow(join(root, path))));
  const file = stampFile(name);
  const isWhole = outputs.every((path) => existsSync(join(root, path)));
  return {
    isFresh: isWhole && existsSync(file) && readFileSync(file, 'utf8') === hash,
    /** Call it when the step has succeeded. The inputs are those from before: a change meanwhile makes it stale again. */
    confirm() {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, hash);
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}
