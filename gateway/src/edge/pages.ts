import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { editorSecurityPolicy } from './content-security-policy.ts';

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
      .header('content-security-policy', editorSecurityPolicy)
      .header('referrer-policy', 'no-referrer')
      .sendFile(file, folder, { cacheControl: false });
  app.get('/developers', page('index.html'));
  for (const path of ['/playground', '/playground/']) app.get(path, page('playground.html'));
}

/**
 * Serves the developers' page at `/developers` and the playground at `/playground` from the folder that the build wrote. Only these
 * are compressed: an answer that holds both a secret and what a stranger chose tells of the secret by its length.
 */
export async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register((scope) => addFiles(scope, folder));
}
