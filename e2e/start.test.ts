import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { aliveOf, descendantsOf, entries, freePort, type Launched, launch, readyLine } from './start/launched.ts';
import { at, createApi, textAt } from './support/api.ts';
import { stayInput } from './support/inputs.ts';
import { demoAccounts, signInAs, signUp, typeOfSignIn } from './support/people.ts';

const ways = Object.keys(entries) as (keyof typeof entries)[];

/** A test that fails must leave no server behind. */
const running = new Set<Launched>();
const start = (entry: keyof typeof entries, args: readonly string[]): Launched => {
  const launched = launch(entry, args);
  running.add(launched);
  launched.ended.then(() => running.delete(launched));
  return launched;
};
afterEach(async () => {
  await Promise.all([...running].map((launched) => launched.interrupt()));
});

const openFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'meridian-start-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

describe.each(ways)('the command line of %s', (way) => {
  test('--help shows every option on stdout and starts nothing', async () => {
    const { code, stdout, stderr } = await start(way, ['--help']).ended;
    expect([code, stderr]).toEqual([0, '']);
    for (const option of ['--port', '--data', '--fresh', '--market', '--transport', '--help']) {
      expect(stdout).toContain(option);
    }
  });

  test.each([[['--prot', '4000']], [['--port', 'many']], [['4000']]])(
    '%j is refused with 2 and a hint',
    async (args) => {
      const { code, stdout, stderr } = await start(way, args).ended;
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('--help');
    },
  );

  test('a busy port is named with a hint', async () => {
    await using folder = await openFolder();
    await using server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { code, stderr } = await start(way, ['--port', `${port}`, '--data', join(folder.path, 'new')]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`port ${port} is busy.*npm start -- --port ${port + 1}`, 'i'));
  });
});

type Readiness = Readonly<{ status: number; reasons: readonly string[] }>;

/** Asks from before it listens until it is ready; answers what was said on the way. */
async function readinessOf(address: string): Promise<Readiness[]> {
  const answers: Readiness[] = [];
  while (answers.at(-1)?.status !== 200) {
    const answer = await fetch(`${address}/readyz`).then(
      async (response) => ({ status: response.status, ...((await response.json()) as { reasons: string[] }) }),
      () => undefined,
    );
    if (answer) answers.push(answer);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return answers;
}

const createStay = `mutation ($input: CreateStayInput!) {
  createStay(input: $input) { __typename ... on Stay { id } ... on UserError { message } }
}`;
const titleOf = (address: string, id: string) =>
  createApi(`${address}/graphql`)
    .read('query ($id: ID!) { listing(id: $id) { title } }', { id })
    .then(({ listing }) => (listing === null ? undefined : textAt(listing, 'title')));
const flightsFound = async (address: string) => {
  const date = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const document = 'query ($input: FlightSearchInput!) { searchFlights(input: $input) { totalCount } }';
  const input = { origin: 'JFK', destination: 'LHR', date };
  return Number(at(await createApi(`${address}/graphql`).read(document, { input }), 'searchFlights', 'totalCount'));
};
/** What a second start finds again: an account and a listing that the first one took in. */
async function leaveTraces(address: string) {
  const [traveler, owner] = [await signUp(address), await signInAs(address, 'owner')];
  const created = await owner.api.read(createStay, { input: stayInput() });
  return { traveler, stayId: textAt(created, 'createStay', 'id') };
}

describe.each([
  { first: 'host', next: 'npm start', transport: 'in-process', leastHelpers: 0 },
  { first: 'npm start', next: 'host', transport: 'http', leastHelpers: 5 },
] as const)('started by $first, later by $next, subgraphs $transport', ({ first, next, transport, leastHelpers }) => {
  test('says when it is ready, ends with Ctrl-C, leaves nothing running, and goes on with its data', async () => {
    await using folder = await openFolder();
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const options = ['--port', `${port}`, '--data', folder.path, '--market', 'small', '--transport', transport];

    const one = start(first, options);
    const readiness = readinessOf(address);
    expect(await one.printed(readyLine)).toBe(address);
    const [before, ready] = [(await readiness).slice(0, -1), (await readiness).at(-1)];
    // Not ready is never said without a reason, and seeding was one.
    expect(before.map(({ status }) => status)).toEqual(before.map(() => 503));
    expect(before.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    expect(before.flatMap(({ reasons }) => reasons)).toContain('The demo market is being seeded.');
    expect(ready).toMatchObject({ status: 200, reasons: [] });
    for (const { email, password } of Object.values(demoAccounts)) {
      expect(one.output()).toContain(email.padEnd(30) + password);
    }

    const { traveler, stayId } = await leaveTraces(address);
    const helpers = await descendantsOf(one.process.pid ?? 0);
    expect(helpers.length).toBeGreaterThanOrEqual(leastHelpers);
    expect(await one.interrupt()).toBe(0);
    expect(await aliveOf(helpers)).toEqual([]);
    await expect(fetch(`${address}/readyz`)).rejects.toThrow('fetch failed');

    const two = start(next, options);
    await two.printed(readyLine);
    expect(await typeOfSignIn(address, traveler)).toBe('AuthenticatedSession');
    expect(await titleOf(address, stayId)).toBe(stayInput().title);
    expect(await flightsFound(address)).toBeGreaterThan(0);
    expect(await two.interrupt()).toBe(0);
  }, 240_000);
});

test('Ctrl-C while it seeds ends it, too; the next start completes the market; --fresh begins anew and deletes only what is ours', async () => {
  await using folder = await openFolder();
  const options = ['--port', '0', '--data', folder.path, '--market', 'small'];
  const one = start('host', options);
  await one.printed(/stays|nights/);
  const helpers = await descendantsOf(one.process.pid ?? 0);
  expect(helpers).toHaveLength(1);
  expect(await one.interrupt()).toBe(0);
  expect(await aliveOf(helpers)).toEqual([]);

  const two = start('npm start', options);
  const address = await two.printed(readyLine);
  const flights = await flightsFound(address);
  expect(flights).toBeGreaterThan(0);
  const { traveler, stayId } = await leaveTraces(address);
  expect(await two.interrupt()).toBe(0);

  const foreign = ['notes.txt', 'photos.db', 'listings.db.backup'].map((name) => join(folder.path, name));
  for (const file of foreign) await writeFile(file, 'not ours');
  const three = start('npm start', [...options, '--fresh']);
  const anew = await three.printed(readyLine);
  expect(await typeOfSignIn(anew, traveler)).not.toBe('AuthenticatedSession');
  expect(await titleOf(anew, stayId)).toBeUndefined();
  expect(await flightsFound(anew)).toBe(flights);
  expect(await three.interrupt()).toBe(0);
  for (const file of foreign) expect(await readFile(file, 'utf8')).toBe('not ours');
}, 240_000);
