import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, stop } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { workspaces } from './lib/workspaces.mjs';

/** `node scripts/run.mjs <workspace> [arguments]`: builds if needed, then runs the workspace's command in this process. */
const [workspace, ...rest] = process.argv.slice(2);
const runnable = workspaces().filter((folder) => existsSync(join(root, folder, 'src/main.ts')));
if (workspace === undefined || !runnable.includes(workspace)) {
  stop(`Name one of these: ${runnable.join(', ')}.`, 2);
}
// Progress goes to standard error: what a command answers may be read by another program.
await prepare({ only: workspace, say: console.error });
const main = join(root, workspace, 'dist/main.js');
process.argv.splice(1, process.argv.length - 1, main, ...rest);
await import(pathToFileURL(main).href);
