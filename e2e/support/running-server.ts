import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export type ServerOptions = Readonly<{
  /** A folder that exists already; a temporary one, deleted at the end, unless given. */
  data?: string;
  market?: 'full' | 'small' | 'none';
  transport?: 'in-process' | 'http';
  /** A port of one's own choice, for a server that comes back where it was; a free one unless given. */
  port?: number;
}>;

/** A Meridian that runs as `npm start` runs it, in a process of its own. */
export interface RunningServer extends AsyncDisposable {
  readonly address: string;
  readonly data: string;
  readonly process: ChildProcess;
  /** Ctrl-C, and waits for the end. Answers the exit code. */
  stop(): Promise<number | null>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

/**
 * Starts the built server on a free port and waits until it says that it is ready.
 *
 * @throws Error with its output when it ends before
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'meridian-e2e-')));
  const { market = 'small', transport = 'in-process', port = 0 } = options;
  const args = ['--port', String(port), '--data', data, '--market', market, '--transport', transport];
  const child = spawn(process.execPath, [join(root, 'embedded/dist/main.js'), ...args], { cwd: root, stdio: 'pipe' });
  const address = await readAddress(child);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    address,
    data,
    process: child,
    stop,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async [Symbol.asyncDispose]() {
      await stop();
      if (options.data === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}

/** The announcement's first address comes when everything is ready. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /^ {2}Meridian +(http:\S+)$/m.exec(output)?.[1];
      if (address !== undefined) found(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => failed(new Error(`The server ended with ${code} before it was ready:\n${output}`)));
  });
}
