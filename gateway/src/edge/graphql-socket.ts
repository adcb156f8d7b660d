import type { AccessTokenVerifier } from '@meridian/platform/identity/access-token';
import { anonymous } from '@meridian/platform/identity/principal';
import type { Logger } from '@meridian/platform/observability/logger';
import { SlowReader } from '@meridian/platform/streams/bounded-queue';
import { toGenerator } from '@meridian/platform/streams/generator';
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { CloseCode, type Context, makeServer, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Caller } from '../executor/create-call.ts';
import { withoutFault } from '../executor/faults.ts';
import { type CloseName, closing } from '../subscriptions/close-codes.ts';
import type { Endpoint } from './endpoint.ts';
import { traceFrom } from './http-request.ts';
import { identify } from './identify.ts';
import type { RateLimits } from './rate-limits.ts';
import { toGraphQLError } from './refusals.ts';
import type { Scheduler } from './scheduler.ts';
import { keepAlive, listen, sendOn } from './socket-liveness.ts';
import type { SocketMessage, SocketOperations } from './socket-operations.ts';
import type { SocketHandler } from './socket-server.ts';

/** What one door's websockets stand on. @see createGraphqlSocket */
export type GraphqlSocketDependencies = Readonly<{
  endpoint: Endpoint;
  operations: SocketOperations;
  verifier: AccessTokenVerifier;
  rateLimits: RateLimits;
  scheduler: Scheduler;
  logger: Logger;
  nextRequestId: () => string;
  maxSubscriptionsPerSocket: number;
  /** How often a socket is asked whether it lives; one that has not answered by the next time is ended. */
  keepAliveInMs: number;
  /** How much may wait to be sent to a client that goes on sending. */
  maxBacklogInBytes: number;
}>;

/** What belongs to one socket. */
type Extra = {
  readonly address: string;
  readonly close: (name: CloseName) => void;
  readonly isOpen: () => boolean;
  caller: Caller;
  forgetExpiry: () => void;
};
type SocketContext = Context<Record<string, unknown> | undefined, Extra>;
/** From `onSubscribe` to `subscribe`. */
type Checked = Readonly<{ message: SocketMessage; caller: Caller; close: Extra['close'] }>;

const noSchema = new GraphQLSchema({});

async function connect(context: SocketContext, deps: GraphqlSocketDependencies): Promise<boolean> {
  const { extra, connectionParams } = context;
  if (await deps.rateLimits.takeFromAddress({ view: deps.endpoint.view, address: extra.address })) {
    extra.close('RATE_LIMITED');
    return false;
  }
  const authorization = connectionParams?.authorization ?? connectionParams?.Authorization;
  const identified = await identify({ ...extra.caller, authorization }, deps.endpoint, deps.verifier);
  if (!identified.ok) {
    extra.close(identified.refusal.code === 'ACCESS_TOKEN_EXPIRED' ? 'ACCESS_TOKEN_EXPIRED' : 'ACCESS_TOKEN_INVALID');
    return false;
  }
  // Closed while its caller was made out: nobody would forget what is scheduled now.
  if (!extra.isOpen()) return false;
  extra.caller = identified.caller;
  const { expiresAt } = identified.caller;
  if (expiresAt !== undefined)
    extra.forgetExpiry = deps.scheduler.at(expiresAt, () => extra.close('ACCESS_TOKEN_EXPIRED'));
  return true;
}

type Subscribing = Readonly<{ payload: SubscribePayload; caller: Caller }>;

async function check(context: SocketContext, { payload, caller }: Subscribing, deps: GraphqlSocketDependencies) {
  const { extra } = context;
  if (Object.keys(context.subscriptions).length > deps.maxSubscriptionsPerSocket) {
    extra.close('TOO_MANY_SUBSCRIPTIONS');
    // Heard by nobody: the socket closes with the reason.
    return [new GraphQLError('Too many subscriptions on one socket.')];
  }
  const knock = { view: deps.endpoint.view, address: extra.address };
  const refusal =
    (await deps.rateLimits.takeFromAddress(knock)) ??
    (await deps.rateLimits.takeFromCaller({ ...knock, principal: caller.principal }));
  if (refusal) return [toGraphQLError(refusal)];
  const checked = deps.operations.check(payload, caller);
  if (!('kind' in checked)) return checked;
  const contextValue: Checked = { message: payload, caller, close: extra.close };
  return { schema: noSchema, document: checked, operationName: payload.operationName, contextValue };
}

/** A fault on the way is that operation's alone: the others on the socket go on. */
async function checkOrMask(context: SocketContext, payload: SubscribePayload, deps: GraphqlSocketDependencies) {
  const caller = { ...context.extra.caller, requestId: deps.nextRequestId() };
  try {
    return await check(context, { payload, caller }, deps);
  } catch (error) {
    return [withoutFault(error, { logger: deps.logger, requestId: caller.requestId })];
  }
}

/** Turns what ends a stream early into what the client is told: a close code where the whole socket is concerned. */
async function* told(events: AsyncGenerator<ExecutionResult, void, void>, mask: (error: unknown) => GraphQLError) {
  try {
    yield* events;
  } catch (error) {
    // The socket is being closed with its own code.
    if (error instanceof SlowReader) return;
    throw mask(error);
  }
}

function createProtocol(deps: GraphqlSocketDependencies) {
  const mask =
    ({ caller }: Checked) =>
    (error: unknown) =>
      withoutFault(error, { logger: deps.logger, requestId: caller.requestId });
  const checkedOf = (args: ExecutionArgs) => args.contextValue as Checked;
  return makeServer<Record<string, unknown> | undefined, Extra>({
    onConnect: (context) => connect(context, deps),
    onSubscribe: (context, _id, payload) => checkOrMask(context, payload, deps),
    execute: async (args) => {
      const checked = checkedOf(args);
      try {
        return await deps.operations.run(checked.message, checked.caller, args.document as DocumentNode);
      } catch (error) {
        return { errors: [mask(checked)(error)] };
      }
    },
    subscribe: (args) => {
      const checked = checkedOf(args);
      const { message, caller, close } = checked;
      try {
        const onOverflow = () => close('RESUME_FROM_CURSOR');
        const events = deps.operations.subscribe(message, { ...caller, onOverflow }, args.document);
        const answers = told(events, mask(checked));
        // `return()` must reach the stream itself: the generator around it would hear it only after the next event.
        const leave = async () => {
          await events.return();
          await answers.return();
        };
        return toGenerator({ next: () => answers.next(), leave });
      } catch (error) {
        return { errors: [mask(checked)(error)] };
      }
    },
  });
}

function createExtra(socket: WebSocket, caller: Caller, address: string): Extra {
  const close = (name: CloseName) => {
    const { code, reason } = closing(name);
    socket.close(code, reason);
  };
  const isOpen = () => socket.readyState === socket.OPEN;
  return { address, close, isOpen, caller, forgetExpiry: () => undefined };
}

/**
 * Speaks graphql-transport-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md) with the clients of one door. The caller
 * is who `connection_init` names, for as long as his token holds; a fault costs its own operation, and the socket goes on. How
 * sockets are closed by us stands in `close-codes.ts`.
 */
export function createGraphqlSocket(deps: GraphqlSocketDependencies): SocketHandler {
  const protocol = createProtocol(deps);
  const { maxBacklogInBytes } = deps;
  return (socket, request, address) => {
    const trace = traceFrom(request.headers.traceparent);
    const caller = { principal: anonymous, requestId: deps.nextRequestId(), clientAddress: address, ...trace };
    const extra = createExtra(socket, caller, address);
    const stopKeepAlive = keepAlive(socket, deps.keepAliveInMs);
    const fail = (error: unknown) => {
      deps.logger.warn({ error, requestId: caller.requestId }, 'a socket failed');
      socket.close(CloseCode.InternalServerError, 'internal server error');
    };
    socket.on('error', fail);
    const onMessage = (take: (message: string) => Promise<void>) => {
      const receive = (message: string) => void take(message).catch(fail);
      listen(socket, { maxBacklogInBytes, receive, onOverflow: () => extra.close('RESUME_FROM_CURSOR') });
    };
    const closeWith = (code?: number, reason?: string) => socket.close(code, reason);
    const closed = protocol.opened(
      { protocol: socket.protocol, send: sendOn(socket), close: closeWith, onMessage },
      extra,
    );
    socket.once('close', (code, reason) => {
      stopKeepAlive();
      extra.forgetExpiry();
      void closed(code, String(reason)).catch(fail);
    });
  };
}
