import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IssuedSession } from './session-operations.ts';

/** The refresh token's place: sent to `/auth` alone, unreadable for scripts, never sent along by another site. */
export interface SessionCookie {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, session: IssuedSession): void;
  remove(reply: FastifyReply): void;
}

const name = 'meridian_session';

/**
 * Keeps the refresh token in the cookie `meridian_session`: `HttpOnly`, `SameSite=Strict`, for `/auth` alone (ADR 0010), until the
 * session ends. @param options.secure false only where the server is reached without TLS, as on a laptop
 */
export function createSessionCookie(options: Readonly<{ secure: boolean }>): SessionCookie {
  const attributes = { path: '/auth', httpOnly: true, sameSite: 'strict', secure: options.secure } as const;
  return {
    read: (request) => request.cookies[name] || undefined,
    set: (reply, { sessionToken, expiresAt }) => {
      reply.setCookie(name, sessionToken, { ...attributes, expires: new Date(expiresAt) });
    },
    remove: (reply) => {
      reply.clearCookie(name, attributes);
    },
  };
}
