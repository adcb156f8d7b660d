import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { InternalTokens } from '@meridian/platform/identity/internal-token';
import type { Logger } from '@meridian/platform/observability/logger';
import { SlowReader } from '@meridian/platform/streams/bounded-queue';
import { leavable } from '@meridian/platform/streams/leavable';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { withDenials } from '../authorization/with-denials.ts';
import { type Cost, withCost } from '../cost/cost-limits.ts';
import type { Call } from '../executor/call.ts';
import { type Caller, createCall } from '../executor/create-call.ts';
import type { Executor } from '../executor/executor.ts';
import { answerOfFault } from '../executor/faults.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import { SubgraphUnavailable, type Transports } from '../transports/subgraph-transport.ts';
import { hasCursor } from './cursor-argument.ts';
import { createSharedStreams, type SharedStreams } from './shared-streams.ts';
import {
  answersKey,
  audienceOf,
  createGenerations,
  primaryKey,
  type SharingScope,
  variablesOf,
} from './sharing-keys.ts';

/** What the subscriptions of one gateway stand on. */
export type SubscriptionDependencies = Readonly<{
  transports: Transports;
  executor: Executor;
  internalTokens: Pick<InternalTokens, 'issue'>;
  logger: Logger;
  nextRequestId: () => string;
  /** How many events a client may fall behind before it is told to resume from its cursor. */
  maxBuffered: number;
}>;

/** One client's subscription: valid, checked and prepared. */
export type SubscriptionRequest = Readonly<{
  operation: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
  /** Told with every event: what one is estimated to cost. */
  cost?: Cost | undefined;
  caller: Caller;
  /** Called at once when this client has fallen behind by more than the buffer. */
  onOverflow?: () => void;
}>;

/** Subscriptions over the whole supergraph: the stream lives in one subgraph, and each event is completed from the others. */
export interface FederatedSubscriptions {
  /**
   * Answers one result per event, in order. Throws `SlowReader` when the client fell behind, and a `GraphQLError` with code
   * `SUBGRAPH_UNAVAILABLE` when the stream's subgraph is lost; ends when that subgraph completes.
   */
  subscribe(request: SubscriptionRequest): AsyncGenerator<ExecutionResult, void, void>;
  /** How many streams are open to subgraphs. */
  openStreams(): number;
}

type Stream = AsyncGenerator<ExecutionResult, void, void>;
/** Streams between subgraph and gateway, and answers per operation. */
type Streams = Readonly<{ primaries: SharedStreams<ExecutionResult>; answers: SharedStreams<ExecutionResult> }>;
/** One distinct subscription: for whom it runs and what each event runs. */
type Run = Readonly<{ node: SubscriptionNode; plan: QueryPlan; scope: SharingScope }>;

/** A primary is shared by whole groups of clients, so a group may fall further behind than one client. */
const primaryBufferFactor = 8;

/** The plan of one event: the primary's fetch, answered by the event itself, then the fetches elsewhere. */
function eventPlan({ primary, rest }: SubscriptionNode): QueryPlan {
  const node: PlanNode = rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary;
  return { kind: 'QueryPlan', node };
}

const asClientError = (error: unknown): unknown =>
  error instanceof SubgraphUnavailable
    ? new GraphQLError('The subscription was lost. Subscribe again from your cursor.', {
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      })
    : error;

/**
 * Whose name is on what a stream asks of the subgraphs. What many follow is nobody's request: whoever came first would otherwise
 * answer for the others, with his request's id in their faults and his address in every log. A replay is its client's own.
 */
function runnerOf(
  { operation, variables, caller }: SubscriptionRequest,
  run: Run,
  nextRequestId: () => string,
): Caller {
  const { audience } = run.scope;
  if (hasCursor(operation.operation, variables)) return { ...caller, principal: audience };
  const { expiresAt } = audience.kind === 'user' ? caller : {};
  return { principal: audience, requestId: nextRequestId(), ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** Opens the stream in its subgraph. The token lives as long as the caller's own, not as one request. */
function openPrimary(
  request: SubscriptionRequest,
  primary: FetchNode,
  deps: SubscriptionDependencies & { call: Call; expiresAt: number | undefined },
): Stream {
  const { call, expiresAt } = deps;
  const transport = deps.transports.get(primary.serviceName);
  if (!transport) throw new SubgraphUnavailable(`No transport leads to ${primary.serviceName}.`);
  const token = deps.internalTokens.issue({
    principal: call.principal,
    audience: primary.serviceName,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  });
  const operation = {
    query: primary.operation,
    ...(primary.operationName ? { operationName: primary.operationName } : {}),
    variables: variablesOf(primary, request.variables),
  };
  const envelope = { ...call.envelopeFor(primary.serviceName), token };
  return transport.subscribe(operation, { envelope, signal: call.signal });
}

type Completing = Run & Readonly<{ call: Call; executor: Executor; logger: Logger }>;

/** Completes one event from the other subgraphs. A fault of ours costs this event; the stream goes on. */
async function complete(
  event: ExecutionResult,
  request: SubscriptionRequest,
  run: Completing,
): Promise<ExecutionResult> {
  const { operation, variables } = request;
  try {
    // The executor merges into what it is given, and the same event goes to other groups as well.
    const firstAnswer = { ...event, data: structuredClone(event.data) };
    const result = await run.executor.execute(run.plan, { operation, variables, call: run.call, firstAnswer });
    return withCost(withDenials(result, operation), request.cost);
  } catch (error) {
    return answerOfFault(error, { logger: run.logger, requestId: run.call.requestId });
  }
}

/** Answers of one distinct subscription, one at a time, so that they leave in the order of their events. */
async function* answer(
  request: SubscriptionRequest,
  run: Run,
  deps: SubscriptionDependencies & { streams: Streams; signal: AbortSignal },
): Stream {
  const runner = runnerOf(request, run, deps.nextRequestId);
  const { expiresAt } = runner;
  const callUntil = (signal: AbortSignal) => createCall(runner, { ...deps, signal });
  const events = deps.streams.primaries.join({
    key: primaryKey(request, run.node.primary, run.scope),
    open: (closing) => openPrimary(request, run.node.primary, { ...deps, expiresAt, call: callUntil(closing) }),
    maxBuffered: deps.maxBuffered * primaryBufferFactor,
  });
  deps.signal.addEventListener('abort', () => void events.return(), { once: true });
  const completing = { ...run, call: callUntil(deps.signal), executor: deps.executor, logger: deps.logger };
  for await (const event of events) yield await complete(event, request, completing);
}

/** Makes the subscriptions of one gateway. They keep a supergraph alive for as long as somebody subscribes to it, and no longer. */
export function createFederatedSubscriptions(deps: SubscriptionDependencies): FederatedSubscriptions {
  const streams: Streams = { primaries: createSharedStreams(), answers: createSharedStreams() };
  const generationOf = createGenerations();

  const join = (request: SubscriptionRequest, node: SubscriptionNode): Stream => {
    const audience = audienceOf(request.operation, request.caller.principal);
    const scope = { audience, generation: generationOf(request.operation.supergraph) };
    const run = { node, plan: eventPlan(node), scope };
    return streams.answers.join({
      key: answersKey(request, scope),
      open: (signal) => answer(request, run, { ...deps, streams, signal }),
      maxBuffered: deps.maxBuffered,
      ...(request.onOverflow ? { onOverflow: request.onOverflow } : {}),
    });
  };

  /** Nothing is left to open: the caller may have none of it. He is told once why. */
  async function* refuse(request: SubscriptionRequest, signal: AbortSignal): Stream {
    const { operation, variables, caller } = request;
    const call = createCall(caller, { ...deps, signal });
    const answer = await deps.executor.execute(operation.plan, { operation, variables, call });
    yield withCost(withDenials(answer, operation), request.cost);
  }

  async function* subscribe(request: SubscriptionRequest, left: AbortSignal): Stream {
    const { node } = request.operation.plan;
    const answers = node?.kind === 'Subscription' ? join(request, node) : refuse(request, left);
    left.addEventListener('abort', () => void answers.return(), { once: true });
    try {
      yield* answers;
    } catch (error) {
      if (!(error instanceof SlowReader))
        deps.logger.warn({ error, requestId: request.caller.requestId }, 'a subscription was lost');
      throw asClientError(error);
    }
  }

  return {
    subscribe: (request) => leavable((left) => subscribe(request, left)),
    openStreams: () => streams.primaries.size,
  };
}
