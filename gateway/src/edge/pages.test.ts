import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { addPages } from './pages.ts';

async function openPages() {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<h1>front</h1>');
  await writeFile(join(folder, 'playground.html'), '<h1>playground</h1>');
  await writeFile(join(folder, 'assets/editor-DPrpntQY.js'), 'export {};'.repeat(1000));
  await writeFile(join(folder, 'secret.txt'), 'treasure');
  const app = fastify();
  await addPages(app, folder);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  /** The path goes out as it is written: `fetch` would tidy it up. */
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const [response] = (await once(request(`${url}`, { path, headers }).end(), 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
  const close = async () => {
    await app.close();
    await rm(folder, { recursive: true });
  };
  return { get, [Symbol.asyncDispose]: close };
}

test('pages come with a policy that allows this server alone', async () => {
  await using pages = await openPages();
  for (const [url, title] of [
    ['/developers', 'front'],
    ['/playground', 'playground'],
  ] as const) {
    const response = await pages.get(url);
    expect([response.status, response.body]).toEqual([200, expect.stringContaining(title)]);
    const policy = String(response.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(response.headers['content-type']).toContain('text/html');
  }
});

test('files with a hash in their name are kept for good; nothing outside is served', async () => {
  await using pages = await openPages();
  const asset = await pages.get('/playground/assets/editor-DPrpntQY.js');
  expect([asset.status, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  for (const url of ['/playground/assets/../secret.txt', '/playground/assets/%2e%2e/secret.txt', '/secret.txt']) {
    const refused = await pages.get(url);
    expect([403, 404]).toContain(refused.status);
    expect(refused.body).not.toContain('treasure');
  }
});

test('large files are compressed for those who take it', async () => {
  await using pages = await openPages();
  const path = '/playground/assets/editor-DPrpntQY.js';
  expect((await pages.get(path)).headers['content-encoding']).toBeUndefined();
  expect((await pages.get(path, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
});
