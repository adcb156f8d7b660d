import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What is to be planned. `bounds` are the planner's; without any it runs as Apollo ships it. */
export type PlanTask = Readonly<{
  supergraphSdl: string;
  operation: string;
  bounds?: Readonly<{ maxEvaluatedPlans: number; pathsLimit: number }>;
}>;

const program = fileURLToPath(new URL('./plan-operation.mjs', import.meta.url));

/** More than the concrete shape takes, as a test shows. A small heap makes a runaway planner fail in a second or two. */
const heapInMb = 64;
const deadlineInMs = 15_000;

/**
 * Plans in a process of its own, bounded in memory and time, for a planner that may never come back.
 *
 * @returns `planned`, the planner's own error, `out of memory` or `out of time`
 */
export async function planInChild(task: PlanTask): Promise<string> {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapInMb}`, program], { timeout: deadlineInMs });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, signal) => resolve(signal)),
  );
  child.stdin.end(JSON.stringify(task));
  const [outcome, trouble, signal] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (trouble.includes('JavaScript heap out of memory')) return 'out of memory';
  if (signal === 'SIGTERM') return 'out of time';
  return outcome || trouble;
}
