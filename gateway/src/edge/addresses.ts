import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendRefusal } from './http-request.ts';

/** Everything that an address may be asked by, but for `OPTIONS`, which is answered for all of them where pages of others may call. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Refuses an address that nothing stands at. */
export const refuseAddress = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendRefusal(request, reply, {
    code: 'ADDRESS_UNKNOWN',
    message: 'There is nothing at this address. GraphQL is at /graphql and /public/graphql, by GET or POST.',
  });

const refuseMethod = (allowed: string) => async (request: FastifyRequest, reply: FastifyReply) =>
  sendRefusal(request, reply.header('allow', allowed), {
    code: 'METHOD_NOT_ALLOWED',
    message: `This address is not asked by ${request.method}. It takes ${allowed}.`,
  });

/** The addresses that have been added so far. */
export type Addresses = Readonly<{
  /** Refuses every other method at each of them, and every other address. */
  refuseOthers: () => void;
}>;

/**
 * Notes each address that is added from now on. An app of the browser answers all that is left by `GET`; what has a name but is not
 * asked so, as `/auth/refresh`, must not look like a page of it.
 */
export function watchAddresses(app: FastifyInstance): Addresses {
  const known = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    known.set(url, new Set([...(known.get(url) ?? []), ...[method].flat()]));
  });
  return {
    refuseOthers() {
      for (const [url, taken] of [...known]) {
        const others = methods.filter((method) => !taken.has(method));
        const allowed = methods.filter((method) => taken.has(method)).join(', ');
        // Before the body is read: whatever it is, it is not wanted.
        const onRequest = refuseMethod(allowed);
        if (others.length > 0) app.route({ method: others, url, onRequest, handler: onRequest });
      }
      app.setNotFoundHandler(refuseAddress);
    },
  };
}
