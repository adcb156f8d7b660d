import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { addSite, pageOf } from './sites.ts';

const html = { accept: 'text/html,application/xhtml+xml' };

async function writeSite(folder: string, title: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), `<h1>${title}</h1>`);
  await writeFile(join(folder, 'apple-touch-icon.png'), 'icon');
  await writeFile(join(folder, 'assets/index-DPrpntQY.js'), 'plain');
  await writeFile(join(folder, 'assets/index-DPrpntQY.js.br'), 'brotli');
}

async function openSites() {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-sites-'));
  await writeFile(join(folder, 'secret.txt'), 'treasure');
  await writeSite(join(folder, 'web'), 'web');
  await writeSite(join(folder, 'admin'), 'admin');
  const app = fastify();
  app.get('/healthz', () => 'alive');
  await addSite(app, { base: '', folder: join(folder, 'web') });
  await addSite(app, { base: '/admin', folder: join(folder, 'admin') });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const [response] = (await once(request(url, { path, headers }).end(), 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };
  const close = async () => {
    await app.close();
    await rm(folder, { recursive: true });
  };
  return { get, [Symbol.asyncDispose]: close };
}

test('every address of an app answers its page, with a policy and without being kept', async () => {
  await using sites = await openSites();
  for (const [path, title] of [
    ['/', 'web'],
    ['/flights/flt_1?adults=2', 'web'],
    ['/index.html', 'web'],
    ['//index.html', 'web'],
    ['/%69ndex.html', 'web'],
    ['/admin', 'admin'],
    ['/admin/index.html', 'admin'],
    ['/admin/listings', 'admin'],
  ] as const) {
    const page = await sites.get(path, html);
    expect([path, page.status, page.body]).toEqual([path, 200, `<h1>${title}</h1>`]);
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['content-security-policy']).toContain("img-src 'self'");
    expect(page.headers['content-security-policy']).not.toMatch(/https?:|\*|data:/);
    expect(page.headers['referrer-policy']).toBe('same-origin');
  }
});

test('what is no page and no file is not found; the gateway’s own routes come first', async () => {
  await using sites = await openSites();
  // It may be there the next time: a deployment reaches one server before the other.
  const missing = await sites.get('/assets/old-AAAAAAAA.js', html);
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-cache']);
  expect((await sites.get('/flights', { accept: 'application/json' })).status).toBe(404);
  for (const path of ['/', '/admin', '/admin/'])
    expect([path, (await sites.get(path, { accept: '*/*' })).status]).toEqual([path, 200]);
  expect((await sites.get('/healthz', html)).body).toBe('alive');
});

test('files come as the build has compressed them, and stay where their name changes with them', async () => {
  await using sites = await openSites();
  const path = '/assets/index-DPrpntQY.js';
  const packed = await sites.get(path, { 'accept-encoding': 'gzip, br' });
  expect([packed.headers['content-encoding'], packed.body]).toEqual(['br', 'brotli']);
  expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await sites.get(path)).body).toBe('plain');
  // Not every name that looks like one has a hash.
  const icon = await sites.get('/apple-touch-icon.png');
  expect([icon.status, icon.headers['cache-control']]).toEqual([200, 'no-cache']);
});

test('nothing outside of the folder is served', async () => {
  await using sites = await openSites();
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/admin/../../secret.txt']) {
    expect((await sites.get(path, html)).body).not.toContain('treasure');
  }
});

test.each([
  ['', 'index.html'],
  ['flights', 'flights/index.html'],
  ['flights/', 'flights/index.html'],
  ['flights/flt_1', 'flights/shell.html'],
  ['flights/flt_1/fares', 'flights/shell.html'],
  ['trips', 'shell.html'],
  ['trips/bkg_1/pay', 'shell.html'],
  ['../flights', 'shell.html'],
])('of the pages that a build has drawn, "%s" gets %s', (path, page) => {
  const pages = new Set(['index.html', 'shell.html', 'flights/index.html', 'flights/shell.html']);
  expect(pageOf(path, pages)).toBe(page);
});

test('a build that has drawn one page has it for every address', () => {
  expect(pageOf('flights/flt_1', new Set(['index.html']))).toBe('index.html');
});
