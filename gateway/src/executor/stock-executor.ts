import { executeQueryPlan, type GraphQLDataSource, type ServiceMap } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import type { Logger } from '@meridian/platform/observability/logger';
import type { ExecutionResult } from 'graphql';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { Transports } from '../transports/subgraph-transport.ts';
import { withClientErrors } from './client-errors.ts';
import type { ExecutionRequest, Executor } from './executor.ts';
import { type FaultScope, maskFault } from './faults.ts';
import { createDataSource } from './subgraph-data-source.ts';

/** What Apollo's executor fetches through. */
export type StockExecutorDependencies = Readonly<{
  transports: Transports;
  logger: Logger;
  /** How long one fetch may take before its part of the answer is given up. */
  fetchTimeoutInMs: number;
}>;

/** Answers the first fetch with what is known and passes every later one on. A plan's first fetch runs before all others. */
function answeringFirst(known: ExecutionResult, source: GraphQLDataSource): GraphQLDataSource {
  let first = true;
  return {
    process: async (fetch) => {
      if (!first) return source.process(fetch);
      first = false;
      return known as Awaited<ReturnType<GraphQLDataSource['process']>>;
    },
  };
}

/** The service of the plan's first fetch, when the plan is a subscription's event. */
function firstService({ node }: QueryPlan): string | undefined {
  if (node?.kind === 'Sequence') return node.nodes[0]?.kind === 'Fetch' ? node.nodes[0].serviceName : undefined;
  return node?.kind === 'Fetch' ? node.serviceName : undefined;
}

function createServiceMap(plan: QueryPlan, request: ExecutionRequest, deps: StockExecutorDependencies): ServiceMap {
  const { call, firstAnswer } = request;
  const { logger, fetchTimeoutInMs } = deps;
  const sources = [...deps.transports].map(([name, transport]) => {
    const source = createDataSource({ name, transport, call, logger, fetchTimeoutInMs });
    return [name, firstAnswer && name === firstService(plan) ? answeringFirst(firstAnswer, source) : source] as const;
  });
  return Object.fromEntries(sources);
}

/** The parts of Apollo Server's request context that Apollo's executor reads. */
const requestContextOf = ({ variables, call }: ExecutionRequest, logger: Logger) =>
  ({
    request: { variables },
    context: {},
    metrics: {},
    logger: {
      debug: (message: string) => logger.debug({ requestId: call.requestId }, message),
      info: (message: string) => logger.info({ requestId: call.requestId }, message),
      warn: (message: string) => logger.warn({ requestId: call.requestId }, message),
      error: (message: string) => logger.error({ requestId: call.requestId }, message),
    },
  }) as unknown as Parameters<typeof executeQueryPlan>[2];

const contextOf = ({ view, operation, document }: PreparedOperation) => ({
  schema: view.schema,
  operation,
  fragments: Object.fromEntries(
    document.definitions.flatMap((node) =>
      node.kind === 'FragmentDefinition' ? [[node.name.value, node] as const] : [],
    ),
  ),
});

/**
 * Apollo tells of values that do not fit the schema in an extension, and only there. A null without an error is a riddle to
 * clients, so they become errors: a subgraph's fault, masked as every other one. Where fields were refused, the refusals explain
 * the nulls already.
 */
function explainNulls(
  { extensions, ...result }: ExecutionResult,
  { denied }: PreparedOperation,
  scope: FaultScope,
): ExecutionResult {
  const completion: unknown = extensions?.valueCompletion;
  if (!Array.isArray(completion) || denied.size > 0) return result;
  return { ...result, errors: [...(result.errors ?? []), ...completion.map((error) => maskFault(error, scope))] };
}

/** Runs plans with `executeQueryPlan` of `@apollo/gateway`. Ours will stand behind the same port and be measured against it. */
export const createStockExecutor = (deps: StockExecutorDependencies): Executor => ({
  async execute(plan, request) {
    const { operation } = request;
    const result = await executeQueryPlan(
      plan,
      createServiceMap(plan, request, deps),
      requestContextOf(request, deps.logger),
      contextOf(operation),
      operation.supergraph.schema,
      operation.view.api,
    );
    const scope = { logger: deps.logger, requestId: request.call.requestId };
    return explainNulls(withClientErrors(result as ExecutionResult, scope), operation, scope);
  },
});
