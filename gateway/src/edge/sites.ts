import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** An app that runs in the browser and draws all its addresses itself. */
export type Site = Readonly<{
  /** Below which path it lives, without a slash at the end; empty for the whole server. */
  base: string;
  /**
   * The folder that its build wrote: `index.html`, and files with a hash in their names under `assets`. A build may draw the first look of
   * more addresses: `flights/index.html` for `/flights`, `flights/shell.html` for all addresses below it, `shell.html` for all others.
   */
  folder: string;
}>;

const hashedFile = /^assets\/.*-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const isPage = /\.html$/i;
const hasEnding = /\.[A-Za-z0-9]+$/;

const wantsPage = (request: FastifyRequest): boolean => request.headers.accept?.includes('text/html') ?? false;

/** What is found under a name with a hash stays as it is; all else, and that nothing was found, may be another answer the next time. */
const sendFile = (reply: FastifyReply, path: string) =>
  reply
    .header('cache-control', 'no-cache')
    .sendFile(path, hashedFile.test(path) ? { maxAge: '365d', immutable: true } : { cacheControl: false });

/** The pages that a build has drawn, by their paths in its folder. */
async function findPages(folder: string): Promise<ReadonlySet<string>> {
  const files = await readdir(folder, { recursive: true });
  return new Set(files.filter((file) => file.endsWith('.html')).map((file) => file.split(sep).join('/')));
}

/** The page for an address: its own, else the one of the nearest folder above it, else the start page, as every app draws all of it. */
export function pageOf(path: string, pages: ReadonlySet<string>): string {
  const steps = path.split('/').filter((step) => step !== '');
  const own = [...steps, 'index.html'].join('/');
  const shells = steps.map((_step, index) => [...steps.slice(0, -1 - index), 'shell.html'].join('/'));
  return [own, ...shells].find((file) => pages.has(file)) ?? 'index.html';
}

const sendPage = (reply: FastifyReply, page: string) =>
  sendFile(
    reply.header('content-security-policy', contentSecurityPolicy).header('referrer-policy', 'same-origin'),
    page,
  );

/**
 * A path with an ending is a file, there or not; one that is a page has a page's policy by whichever name it is called. The site's own address is its page, whoever asks; any other one is an address of the
 * app, for those who want a page.
 */
const createAnswer = (pages: ReadonlySet<string>) => (request: FastifyRequest, reply: FastifyReply) => {
  const path = (request.params as Readonly<Record<string, string>>)['*'] ?? '';
  if (isPage.test(path)) return sendPage(reply, path);
  if (hasEnding.test(path)) return sendFile(reply, path);
  return path === '' || wantsPage(request) ? sendPage(reply, pageOf(path, pages)) : reply.callNotFound();
};

async function addFiles(app: FastifyInstance, { base, folder }: Site): Promise<void> {
  const pages = await findPages(folder);
  // The build has compressed what is worth it, more thoroughly than there would be time for now.
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  if (base !== '') app.get(base, (_request, reply) => sendPage(reply, 'index.html'));
  app.get(`${base}/*`, createAnswer(pages));
}

/** Serves an app of the browser. Routes that have a name of their own come first. */
export async function addSite(app: FastifyInstance, site: Site): Promise<void> {
  await app.register((scope) => addFiles(scope, site));
}
