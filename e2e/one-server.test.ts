import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { launch } from './start/launched.ts';
import { signUp, typeOfSignIn } from './support/people.ts';
import { startServer } from './support/running-server.ts';

test('a folder has one server: a second one and --fresh are refused and cost nothing; the killed one is in nobody’s way', async () => {
  const data = await mkdtemp(join(tmpdir(), 'meridian-one-'));
  await using _folder = { [Symbol.asyncDispose]: () => rm(data, { recursive: true, force: true }) };
  const first = await startServer({ data, market: 'none' });
  const traveler = await signUp(first.address);

  for (const args of [[], ['--fresh'], []]) {
    const { code, stdout, stderr } = await launch('host', ['--port', '0', '--data', data, ...args]).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`already (process ${first.process.pid}, ${first.address})`);
    expect(stderr).toContain('npm start -- --data <folder>');
  }
  expect(await typeOfSignIn(first.address, traveler)).toBe('AuthenticatedSession');

  await first.kill();
  const second = await startServer({ data, market: 'none' });
  expect(await typeOfSignIn(second.address, traveler)).toBe('AuthenticatedSession');
  await second.kill();
  const { printed, interrupt } = launch('host', ['--port', '0', '--data', data, '--market', 'none', '--fresh']);
  const address = await printed(/^ {2}Meridian +(http:\S+)$/m);
  expect(await typeOfSignIn(address, traveler)).not.toBe('AuthenticatedSession');
  expect(await interrupt()).toBe(0);
}, 120_000);
