import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs the gateway as a process of its own until it ends by itself. */
async function run(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--conditions=source', '--import', tsx, program], { env });
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, told };
}

test('wrong settings are told on standard error, all of them', async () => {
  expect(await run({ GATEWAY_PORT: 'http', INTROSPECTION: 'some' })).toEqual({
    code: 2,
    told: [
      'GATEWAY_PORT: Use a port number from 0 to 65535.',
      'MERIDIAN_DATA is not set. The gateway needs the folder that holds secrets.json.',
      'INTROSPECTION: Use one of everyone, admins, nobody.',
      '',
    ].join('\n'),
  });
});

test('a start that fails says why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-main-'));
  const file = join(folder, 'session.json');
  await writeFile(file, '{}');
  const { code, told } = await run({ MERIDIAN_DATA: folder, SESSION_OPERATIONS: file, LOG_LEVEL: 'silent' });
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(told).toContain(`gateway could not start: ${file} does not say how sessions work.`);
});
