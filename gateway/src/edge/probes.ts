import type { Readiness } from '@meridian/platform/observability/readiness';
import type { FastifyInstance } from 'fastify';

/** `readiness` is asked at each call. Without `jwks` there is no such address. */
export type ProbeDependencies = Readonly<{ readiness: () => Promise<Readiness>; jwks?: object }>;

/**
 * `/healthz`: this process answers. `/readyz`: traffic may come, or 503 with what is waited for. `/.well-known/jwks.json`: the
 * keys that access tokens are verified with, as a JWK set (RFC 7517, section 5).
 */
export function addProbes(app: FastifyInstance, { readiness, jwks }: ProbeDependencies): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const state = await readiness();
    return reply
      .code(state.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  });
  if (jwks) {
    app.get('/.well-known/jwks.json', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(jwks),
    );
  }
}
