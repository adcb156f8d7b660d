import { startDeadline } from '@meridian/platform/streams/deadline';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { type Refusal, refusalStatus, toGraphQLError } from './refusals.ts';

const requestIdPattern = /^[A-Za-z0-9_.:-]{8,128}$/;
/** W3C Trace Context, section 3.2. */
const traceparentPattern = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The client's own request id where it is fit for logs and headers. */
export const requestIdFrom = (value: unknown): string | undefined =>
  typeof value === 'string' && requestIdPattern.test(value) ? value : undefined;

/** The client's trace, to be carried on. Nothing where it is missing or is not what W3C Trace Context says. */
export const traceFrom = (value: unknown): Readonly<{ traceparent?: string }> =>
  typeof value === 'string' && traceparentPattern.test(value) ? { traceparent: value } : {};

/** Aborted when the client leaves before its answer, or when its time is over. */
export function signalOf(reply: FastifyReply, timeoutInMs: number): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) left.abort(new Error('the client left'));
  });
  const { signal, done } = startDeadline([left.signal], timeoutInMs);
  reply.raw.once('close', done);
  return signal;
}

const acceptsGraphQL = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').includes('application/graphql-response+json');

/** Answers one error in the form of a GraphQL answer, with this status under every media type. */
export const sendError = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, error }: Readonly<{ status: number; error: Pick<GraphQLError, 'message' | 'extensions'> }>,
): FastifyReply =>
  reply
    .code(status)
    .type(
      acceptsGraphQL(request) ? 'application/graphql-response+json; charset=utf-8' : 'application/json; charset=utf-8',
    )
    .send(JSON.stringify({ errors: [error] }));

/** Answers a refusal with its own status, with the request's id, and with the time to come back where it has one. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.retryAfterInSeconds !== undefined) reply.header('retry-after', refusal.retryAfterInSeconds);
  const { message, extensions } = toGraphQLError(refusal);
  const error = { message, extensions: { ...extensions, requestId: request.id } };
  return sendError(request, reply, { status: refusalStatus[refusal.code], error });
}
