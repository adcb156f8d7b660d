import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { descendantsOf } from '../start/launched.ts';
import type { RunningServer } from './running-server.ts';

const run = promisify(execFile);

/**
 * Kills the process of one subgraph, of a server that runs them over HTTP, as `kill -9` does. The server starts it again by itself.
 *
 * @throws Error when there is no such process
 */
export async function killSubgraph(server: RunningServer, name: string): Promise<void> {
  const pids = await descendantsOf(server.process.pid ?? 0);
  const { stdout } = await run('ps', ['-o', 'pid=,args=', '-p', pids.join(',')]);
  const line = stdout.split('\n').find((text) => text.includes(`subgraphs/${name}/dist/main.js`));
  if (line === undefined) throw new Error(`${name} is no process of its own:\n${stdout}`);
  process.kill(Number.parseInt(line, 10), 'SIGKILL');
}
