import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { eventually } from '@meridian/demo/eventually';
import { aliveOf, descendantsOf, type Launched, launch, readyLine } from './start/launched.ts';

type Moment = (launched: Launched, data: string) => Promise<unknown>;

const longestStartInMs = 60_000;
const fileIn =
  (name: string): Moment =>
  (_launched, data) =>
    eventually(async () => {
      if (!existsSync(join(data, name))) throw new Error(`${name} is not there yet`);
    }, longestStartInMs);
const printed =
  (pattern: RegExp): Moment =>
  (launched) =>
    launched.printed(pattern);
const listens: Moment = (_launched, data) =>
  eventually(async () => expect(await readFile(join(data, 'server.txt'), 'utf8')).toContain('http'), longestStartInMs);

const openFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'meridian-interrupt-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

const start = (data: string, transport: string) =>
  launch('npm start', ['--port', '0', '--data', data, '--market', 'small', '--transport', transport], true);

/** Ctrl-C at a moment of the start: what stayed behind and what was said. */
async function interruptAt(moment: Moment, data: string, transport: string) {
  const launched = start(data, transport);
  await moment(launched, data);
  const helpers = await descendantsOf(launched.process.pid ?? 0);
  await launched.interrupt();
  const { code, stdout, stderr } = await launched.ended;
  return { code, stderr, lastLine: stdout.trim().split('\n').at(-1), alive: await aliveOf(helpers) };
}

const quietEnd = { code: 0, stderr: '', lastLine: 'Stopped.', alive: [] };

const early: Readonly<Record<string, Moment>> = {
  'it takes the folder': fileIn('server.lock'),
  'it makes its keys': fileIn('secrets.json'),
  'it opens its databases': fileIn('users.db'),
  'it listens': listens,
};

test.each(
  Object.keys(early).flatMap((when) => [
    [when, 'in-process'],
    [when, 'http'],
  ]),
)(
  'Ctrl-C while %s ends quietly with 0 (%s)',
  async (when, transport) => {
    await using folder = await openFolder();
    expect(await interruptAt(early[when] as Moment, folder.path, transport)).toEqual(quietEnd);
  },
  120_000,
);

test.each([
  ['in-process', /stays/],
  ['http', /flights/],
])(
  'Ctrl-C while it seeds ends quietly with 0, and the next start goes on (%s)',
  async (transport, stage) => {
    await using folder = await openFolder();
    expect(await interruptAt(printed(stage), folder.path, transport)).toEqual(quietEnd);
    const next = start(folder.path, transport);
    await next.printed(readyLine);
    expect(await next.interrupt()).toBe(0);
    expect((await next.ended).stderr).toBe('');
  },
  240_000,
);
