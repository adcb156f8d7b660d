import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningServer, startServer } from './support/running-server.ts';

const demo = resolve(import.meta.dirname, '../tools/demo/dist/main.js');

/** Runs the demo, which imports nothing of ours, against an address. */
async function runDemo(address: string): Promise<Readonly<{ code: number | null; output: string }>> {
  const child = spawn(process.execPath, [demo, '--url', address], { stdio: 'pipe' });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

describe.each([['in-process'], ['http']] as const)('the journey over public addresses, subgraphs %s', (transport) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ market: 'small', transport });
  }, 120_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  test('sign up, search, watch, alert, last seat, cancel, refund, figures', async () => {
    const { code, output } = await runDemo(server.address);
    expect(output).toMatch(/The journey is complete: \d+ steps/);
    expect(code).toBe(0);
  }, 60_000);

  test('is ready, and says so', async () => {
    const response = await fetch(`${server.address}/readyz`);
    expect(response.status).toBe(200);
  });
});
