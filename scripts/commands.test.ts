import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeProblem } from './lib/install.mjs';
import { addressesIn, completeLock, missingStubs } from './lib/lock.mjs';
import { root } from './lib/root.mjs';

type Ended = Readonly<{ code: number; stdout: string; stderr: string }>;

const runScript = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

const optionsIn = (text: string): string[] => [...new Set(text.match(/--[a-z]+(?=[ ',`])/g))].sort();

describe('npm start', () => {
  test('shows its options, the same ones that the host knows', async () => {
    const { code, stdout } = await runScript('scripts/start.mjs', '--help');
    const host = await readFile(join(root, 'embedded/src/options.ts'), 'utf8');
    const declared = [...host.matchAll(/\.option\(\s*'(--[a-z-]+)/g)].map(([, name]) => name);
    expect(code).toBe(0);
    expect(optionsIn(stdout).filter((name) => name !== '--help')).toEqual(declared.sort());
    expect(declared.length).toBeGreaterThan(2);
  });

  test.each([
    [['--prot', '4000'], "Unknown option '--prot'"],
    [['--port', 'many'], '--port takes a number'],
    [['--port', '65536'], '--port takes a number'],
    [['4000'], "Unexpected argument '4000'"],
  ])('%j is refused with exit code 2 before anything is installed', async (args, sentence) => {
    const { code, stderr } = await runScript('scripts/start.mjs', ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
    expect(stderr).toContain('--help');
  });

  test('a busy port is named with a hint', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { code, stderr } = await runScript('scripts/start.mjs', '--port', String(port));
    server.close();
    expect([code, stderr]).toEqual([1, expect.stringContaining(`Port ${port} is busy.`)]);
    expect(stderr).toContain(`--port ${port + 1}`);
  });

  test.each([
    ['20.19.0', true],
    ['20.18.3', false],
    ['18.20.0', false],
    ['21.0.0', true],
    ['24.1.0', true],
  ])('Node %s is new enough: %s', (version, isEnough) => {
    expect(nodeProblem(version) === undefined).toBe(isEnough);
  });
});

describe('npm run import and the like', () => {
  test('a workspace that cannot run is refused with those that can', async () => {
    const { code, stderr } = await runScript('scripts/run.mjs', 'tools/nothing');
    expect([code, stderr]).toEqual([2, expect.stringContaining('tools/cli')]);
  });
});

describe('npm run meridian', () => {
  const meridian = (...args: readonly string[]) => runScript('scripts/run.mjs', 'tools/cli', ...args);

  // What each command prints is held in tools/cli/test; here, that a process of its own says it to the right stream and ends so.
  test.each([
    [['--help'], { code: 0, stdout: 'Exit codes: 0 done, 1 nothing there or failed, 2 wrong usage.' }],
    [['--data', 'no/such/folder', 'consumers'], { code: 1, stderr: 'no/such/folder/log.db does not exist.' }],
    [['consumer'], { code: 2, stderr: "unknown command 'consumer'" }],
  ])('%j ends with %j', async (args, { code, stdout = '', stderr = '' }) => {
    const ended = await meridian(...args);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toEqual(stdout === '' ? '' : expect.stringContaining(stdout));
    expect(ended.stderr).toContain(stderr);
  });
});

describe('lock file', () => {
  const lock = {
    packages: {
      '': { name: 'x' },
      'node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: {
          '@tool/linux-x64-musl': '1.0.0',
          '@tool/darwin-arm64': '1.0.0',
          'any-version': '^1.0.0',
        },
      },
      'node_modules/@tool/darwin-arm64': { version: '1.0.0', optional: true },
    },
  };

  test('gets an entry for each binary of another machine that the registry did not have', () => {
    expect(missingStubs(lock)).toEqual([
      [
        'node_modules/@tool/linux-x64-musl',
        { version: '1.0.0', cpu: ['x64'], libc: ['musl'], optional: true, os: ['linux'] },
      ],
    ]);
    const complete = completeLock(lock);
    expect(Object.keys(complete.packages)).toEqual([
      '',
      'node_modules/@tool/darwin-arm64',
      'node_modules/@tool/linux-x64-musl',
      'node_modules/tool',
    ]);
    expect(missingStubs(complete)).toEqual([]);
  });

  test('a dependency below its package counts as listed', () => {
    const nested = {
      packages: { ...lock.packages, 'node_modules/tool/node_modules/@tool/linux-x64-musl': { version: '1.0.0' } },
    };
    expect(missingStubs(nested)).toEqual([]);
  });

  test("is whole in this repository and tied to no registry's address", async () => {
    const ours = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
    expect(missingStubs(ours)).toEqual([]);
    expect(addressesIn(ours)).toEqual([]);
  });
});
