import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { silentLogger } from '@meridian/platform/observability/logger';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import { systemClock as clock } from '@meridian/platform/time/clock';
import { createRandom } from '../races/clients.ts';
import type { Answer, Errand, Running, Step, Target } from './target.ts';

/** How to torment it. */
export type CrashPlan = Readonly<{
  target: Target;
  data: string;
  kills: number;
  clients: number;
  seed: number;
  /** Each life of the server lasts at least 100 ms and at most this long after it became ready. */
  longestLifeInMs: number;
}>;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The server's address now; while it is down, clients wait for the next one. */
function createPlace() {
  let running: Running | undefined;
  return {
    set: (next: Running | undefined) => {
      running = next;
    },
    async address(): Promise<string> {
      while (!running) await wait(20);
      return running.address;
    },
  };
}

type Place = ReturnType<typeof createPlace>;
type Journal = (line: object) => void;

const isOpen = (answer: Answer): boolean => answer.type === 'PaymentUnknown' || answer.type === 'IdempotencyInProgress';

/** Asks again with the same key until an answer comes: that is what keys are for. Gives up late, then the run fails. */
async function untilAnswered(
  errand: Errand,
  step: Step,
  run: Readonly<{ place: Place; before: readonly Answer[] }>,
): Promise<Answer> {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const address = await run.place.address();
    let trouble: unknown;
    const answer = await errand.send(address, step, run.before).catch((error: unknown) => {
      trouble = error;
      return undefined;
    });
    if (answer && !isOpen(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`${errand.user} ${step.action} was never answered: ${trouble ?? answer?.type}`);
    await wait(answer ? 500 : 50);
  }
}

const ways: readonly (readonly string[])[] = [
  ['create'],
  ['create'],
  ['hold', 'pay'],
  ['hold', 'pay'],
  ['create', 'quote', 'cancel'],
];

/** One client after the other on one lane: each does its steps, and every answer is written down before the next step. */
async function runErrand(number: number, plan: CrashPlan, deps: Readonly<{ place: Place; journal: Journal }>) {
  const { place, journal } = deps;
  const errand = await plan.target.errand(number);
  const before: Answer[] = [];
  for (const action of ways[number % ways.length] ?? []) {
    const step = { action, key: `${action}-key-${number}` };
    const answer = await untilAnswered(errand, step, { place, before });
    journal({ user: errand.user, ...step, ...answer });
    if (answer.type !== 'Booking' && answer.type !== 'CancellationQuote') return;
    before.push(answer);
  }
}

const openWork = `SELECT
  (SELECT COUNT(*) FROM payment WHERE pending_step IS NOT NULL) + (SELECT COUNT(*) FROM refund WHERE state = 'PENDING')
  + (SELECT COUNT(*) FROM operation WHERE answer IS NULL) + (SELECT COUNT(*) FROM outbox WHERE published_at IS NULL) AS n`;

/** Payments that a kill left open are due 20 s after they began. Nothing is left to do when consumers have read what came of it. */
async function untilSettled(data: string): Promise<void> {
  await using database = await openSqliteDatabase({ file: join(data, 'bookings.db') });
  await using log = await openSqliteEventLog({ file: join(data, 'log.db'), clock, logger: silentLogger });
  const isSettled = async () => {
    const [row] = await database.query<{ n: number }>(openWork);
    return row?.n === 0 && (await log.lag()).every(({ lag }) => lag === 0);
  };
  // What is not settled by then never will be, and the proof says what it is.
  for (let look = 0; look < 300 && !(await isSettled()); look += 1) await wait(200);
}

/** Kills the server at random moments while clients book, starts it again, and lets the clients finish. */
export async function torment(plan: CrashPlan): Promise<Readonly<{ errands: number; answersFile: string }>> {
  const random = createRandom(plan.seed);
  const place = createPlace();
  const answersFile = join(plan.data, 'answers.jsonl');
  const journal: Journal = (line) => appendFileSync(answersFile, `${JSON.stringify(line)}\n`);
  let running = await plan.target.start();
  await plan.target.prepare(running.address);
  place.set(running);
  let errands = 0;
  let isOver = false;
  const lane = async () => {
    while (!isOver) {
      errands += 1;
      await runErrand(errands, plan, { place, journal });
    }
  };
  const lanes = Array.from({ length: plan.clients }, lane);
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    await wait(100 + random() * (plan.longestLifeInMs - 100));
    place.set(undefined);
    await running.kill();
    running = await plan.target.start();
    place.set(running);
  }
  const enough = errands + plan.clients;
  while (errands < enough) await wait(20);
  isOver = true;
  await Promise.all(lanes);
  await untilSettled(plan.data);
  await running.stop();
  return { errands, answersFile };
}

/** Lets the independent script judge. Answers its report. */
export async function verify(data: string, answersFile: string): Promise<{ ok: boolean; report: string }> {
  const script = join(import.meta.dirname, 'verify.mjs');
  const child = spawn(process.execPath, [script, data, answersFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  return { ok: code === 0, report: Buffer.concat(chunks).toString() };
}
