import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Everything comes from this server: scripts, workers, pictures, sockets. Styles alone may stand inline, as editors write them. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const hashedFile = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

async function addFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 2048 });
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/playground/assets/',
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', hashedFile.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = (file: string) => async (_request: unknown, reply: FastifyReply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy)
      .header('referrer-policy', 'no-referrer')
      .sendFile(file, folder, { cacheControl: false });
  app.get('/', page('index.html'));
  app.get('/playground', page('playground.html'));
}

/**
 * Serves the front page at `/` and the playground at `/playground` from the folder that the build wrote. Only these are compressed:
 * an answer that holds both a secret and what a stranger chose tells of the secret by its length.
 */
export async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register((scope) => addFiles(scope, folder));
}
