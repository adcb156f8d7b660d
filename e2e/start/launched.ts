import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The two ways in: the built host, and what `npm start` runs. */
export const entries = { host: 'embedded/dist/main.js', 'npm start': 'scripts/start.mjs' } as const;

/** A process that was started as a person would start it. */
export type Launched = Readonly<{
  process: ChildProcess;
  /** What it has printed so far, both streams. */
  output: () => string;
  /** Waits until it has printed this. @throws Error with its output when it ends before */
  printed: (pattern: RegExp) => Promise<string>;
  /** Ctrl-C, and waits for the end. Answers the exit code. */
  interrupt: () => Promise<number | null>;
  /** Waits for an end that it comes to by itself. */
  ended: Promise<Readonly<{ code: number | null; stdout: string; stderr: string }>>;
}>;

/**
 * Starts Meridian with these arguments. `isTerminal` makes a group of it, to which Ctrl-C comes as it does from a terminal: to
 * the process and to those that it has started, all at once.
 */
export function launch(entry: keyof typeof entries, args: readonly string[], isTerminal = false): Launched {
  const child = spawn(process.execPath, [entries[entry], ...args], { cwd: root, stdio: 'pipe', detached: isTerminal });
  const printedTo = { stdout: '', stderr: '' };
  let look = () => {};
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printedTo[name] += text;
      look();
    });
  }
  const output = () => printedTo.stdout + printedTo.stderr;
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...printedTo }));
  const printed = (pattern: RegExp) =>
    new Promise<string>((found, failed) => {
      look = () => {
        const match = pattern.exec(output());
        if (match) found(match[1] ?? match[0]);
      };
      look();
      ended.then(({ code }) => failed(new Error(`It ended with ${code} before it printed ${pattern}:\n${output()}`)));
    });
  const interrupt = async () => {
    if (isTerminal && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    else child.kill('SIGINT');
    return (await ended).code;
  };
  return { process: child, output, printed, interrupt, ended };
}

/** The line that comes when everything is ready, with the address. */
export const readyLine = /^ {2}Meridian +(http:\S+)$/m;

/** A port on which nobody listens a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('The probe got no port.');
  return address.port;
}

const processes = (): Promise<readonly (readonly [pid: number, parent: number])[]> =>
  new Promise((resolveWith, reject) => {
    execFile('ps', ['-A', '-o', 'pid=,ppid='], (error, stdout) => {
      if (error) reject(error);
      const rows = stdout
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number));
      resolveWith(rows.map(([pid = 0, parent = 0]) => [pid, parent] as const));
    });
  });

/** The processes that this one has started, theirs included. */
export async function descendantsOf(pid: number): Promise<readonly number[]> {
  const rows = await processes();
  const below = (parent: number): number[] =>
    rows.filter((row) => row[1] === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

/** Those of these processes that still run. */
export async function aliveOf(pids: readonly number[]): Promise<readonly number[]> {
  const running = new Set((await processes()).map(([pid]) => pid));
  return pids.filter((pid) => running.has(pid));
}
