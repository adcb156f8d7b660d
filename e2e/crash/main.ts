import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBookingsTarget } from './bookings-target.ts';
import { torment, verify } from './crash.ts';
import { createServerTarget } from './server-target.ts';

/**
 * `kill -9` at random moments while clients book, then the proof:
 * `node --conditions=source --import tsx e2e/crash/main.ts [bookings|server] [kills] [seed]`
 */
const [what = 'bookings', kills = '20', seed = String(Date.now() % 100_000)] = process.argv.slice(2);

const data = await mkdtemp(join(tmpdir(), 'meridian-crash-'));
const target = what === 'server' ? createServerTarget(data) : await createBookingsTarget(data);
console.log(`${kills} kills of ${what}, seed ${seed}, in ${data}`);
// The whole server needs longer than a service alone until its first client has signed up and found something to book.
const longestLifeInMs = what === 'server' ? 6_000 : 1_000;
const plan = { target, data, kills: Number(kills), clients: 8, seed: Number(seed), longestLifeInMs };
const { errands, answersFile } = await torment(plan);
const { ok, report } = await verify(data, answersFile);
console.log(report);
console.log(
  ok ? `${errands} clients, ${kills} kills: every promise was kept.` : `broken; the files are kept in ${data}`,
);
if (ok) await rm(data, { recursive: true, force: true });
else process.exitCode = 1;
