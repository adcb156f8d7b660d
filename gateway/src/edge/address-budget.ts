import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ClientAddressOf } from './client-address.ts';
import type { Endpoint } from './endpoint.ts';
import { sendRefusal } from './http-request.ts';
import type { RateLimits } from './rate-limits.ts';

/**
 * The first thing that happens to a request: it takes one from its address's budget, before its body is read and its token
 * verified. What is refused later has been counted all the same.
 */
export const takeFromAddressFirst =
  (view: Endpoint['view'], deps: Readonly<{ rateLimits: RateLimits; addressOf: ClientAddressOf }>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const refusal = await deps.rateLimits.takeFromAddress({ view, address: deps.addressOf(request.raw) });
    return refusal ? sendRefusal(request, reply, refusal) : undefined;
  };
