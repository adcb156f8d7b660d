import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

/** The bookings service as a process of its own, on a shared data folder. */
export interface BookingsProcess extends AsyncDisposable {
  readonly url: string;
  /** Asks it to close, and waits. */
  stop(): Promise<void>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts `subgraphs/bookings/src/main.ts` on a free port and waits until it answers. */
export async function startBookings(data: string): Promise<BookingsProcess> {
  const args = ['--conditions=source', '--import', 'tsx', 'subgraphs/bookings/src/main.ts'];
  const env = { ...process.env, MERIDIAN_DATA: data, BOOKINGS_PORT: '0', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    output.push(line);
    const url = /"url":"([^"]+)"/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    const stop = () => end('SIGTERM');
    return { url, stop, kill: () => end('SIGKILL'), [Symbol.asyncDispose]: stop };
  }
  throw new Error(`bookings ended before it answered:\n${output.join('\n')}`);
}
