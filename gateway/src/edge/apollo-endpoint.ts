import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@meridian/platform/observability/logger';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { withCost } from '../cost/cost-limits.ts';
import type { Call } from '../executor/call.ts';
import { withoutFault } from '../executor/faults.ts';
import type { Operations } from '../operations.ts';
import type { Endpoint } from './endpoint.ts';
import { wordsFor } from './error-words.ts';
import type { IssuedSession } from './session-operations.ts';
import type { SessionRunner } from './session-runner.ts';

/** One HTTP request on its way through Apollo Server, and what it leaves for the edge to do. */
export type EdgeContext = Readonly<{
  call: Call;
  /** Apollo Server copies its context, so what the edge is to learn stands one level below. */
  outcome: { session?: IssuedSession; codes?: readonly unknown[] };
}>;

type Dependencies = Readonly<{
  endpoint: Endpoint;
  operations: Operations;
  sessions: SessionRunner;
  logger: Logger;
}>;

/** An Apollo Server for one endpoint. `reload` tells it of the operations' new supergraph. */
export type ApolloEndpoint = Readonly<{ server: ApolloServer<EdgeContext>; reload: () => void }>;

type SchemaListener = (update: Readonly<{ apiSchema: GraphQLSchema; coreSupergraphSdl: string }>) => void;

/** An error as the client sees it. `extensions.http` is how Apollo Server's parts talk to each other, and has had its effect. */
function toAnswer(error: GraphQLError, words: (message: string) => string): GraphQLFormattedError {
  const { extensions, message, ...answer } = error.toJSON();
  const { http: _, ...shown } = extensions ?? {};
  return { message: words(message), ...answer, extensions: shown };
}

/** Masks faults with the request's id, and notes the codes of an answer without data for the status. */
const maskFaults = ({ logger, endpoint }: Dependencies): ApolloServerPlugin<EdgeContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ errors, response, contextValue }) => {
      if (!errors || response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      const { requestId, principal } = contextValue.call;
      const masked = errors.map((error) => withoutFault(error, { logger, requestId }));
      const words = wordsFor(endpoint, principal);
      singleResult.errors = masked.map((error) => toAnswer(error, words));
      if (singleResult.data === undefined) contextValue.outcome.codes = masked.map(({ extensions }) => extensions.code);
    },
  }),
});

/** Apollo Server reads the status from `extensions.http`. */
const needsSocket = new GraphQLError('Subscriptions are sent over a websocket, to this same address.', {
  extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
});

const createExecutor =
  ({ endpoint, operations, sessions }: Dependencies) =>
  async ({ document, request, context }: RequestOfApollo): Promise<ExecutionResult> => {
    const { operationName, variables } = request;
    const operation = { view: endpoint.view, document, operationName, variables: variables ?? {} };
    const errors = operations.check(operation);
    if (errors.length > 0) return { errors };
    if (getOperationAST(document, operationName)?.operation === 'subscription') return { errors: [needsSocket] };
    const cost = operations.costOf(operation);
    const { result, session } = await sessions.run(operation, context.call);
    if (session) context.outcome.session = session;
    return withCost(result, cost);
  };

/** Stands where Apollo Server expects a gateway: validation and HTTP are Apollo's, what an operation does is ours. */
function createGatewayInterface(deps: Dependencies) {
  const { endpoint, operations } = deps;
  const listeners = new Set<SchemaListener>();
  const tell = (listener: SchemaListener) =>
    listener({ apiSchema: operations.supergraph.views[endpoint.view].schema, coreSupergraphSdl: '' });
  const executor = createExecutor(deps);
  return {
    gateway: {
      load: async () => {
        for (const listener of listeners) tell(listener);
        return { executor };
      },
      onSchemaLoadOrUpdate: (listener: SchemaListener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      stop: async () => undefined,
    },
    reload: () => {
      for (const listener of listeners) tell(listener);
    },
  };
}

type RequestOfApollo = Readonly<{
  document: DocumentNode;
  /** As the client sent it. The name that stands beside it is Apollo's: none at all when the document has no such operation. */
  request: Readonly<{ operationName?: string; variables?: Readonly<Record<string, unknown>> }>;
  context: EdgeContext;
}>;

/**
 * Makes and starts the Apollo Server of one endpoint: GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/), CSRF
 * prevention and validation are its part; what an operation does, and what is told of a fault, is ours.
 */
export async function startApolloEndpoint(deps: Dependencies): Promise<ApolloEndpoint> {
  const { gateway, reload } = createGatewayInterface(deps);
  const { logger } = deps;
  const server = new ApolloServer<EdgeContext>({
    gateway: gateway as unknown as ConstructorParameters<typeof ApolloServer>[0]['gateway'] & object,
    // The document gate decides who may introspect, per caller and not per server.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    nodeEnv: 'production',
    plugins: [maskFaults(deps), ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    logger: {
      debug: (message: string) => logger.debug({}, message),
      info: (message: string) => logger.info({}, message),
      warn: (message: string) => logger.warn({}, message),
      error: (message: string) => logger.error({}, message),
    },
  });
  await server.start();
  return { server, reload };
}
