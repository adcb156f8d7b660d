import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from '@meridian/platform/observability/logger';
import { startDeadline } from '@meridian/platform/streams/deadline';
import { type ExecutionResult, GraphQLError, getOperationAST, Kind, parse } from 'graphql';
import { untilAborted } from '../transports/abort.ts';
import { type SubgraphTransport, SubgraphUnavailable } from '../transports/subgraph-transport.ts';
import type { Call } from './call.ts';

type DataSourceOptions = Readonly<{
  name: string;
  transport: SubgraphTransport;
  call: Call;
  logger: Logger;
  fetchTimeoutInMs: number;
}>;

type Fetch = Readonly<{ query: string; variables?: Readonly<Record<string, unknown>> }>;

/**
 * Where in the fetch's own answer data is missing now. The executor turns these into places in the client's answer: one per root
 * field, or one per entity. So each null in the answer has an error that explains it.
 */
function missingPaths({ query, variables }: Fetch): (string | number)[][] {
  const representations = variables?.representations;
  if (Array.isArray(representations)) return representations.map((_, index) => ['_entities', index]);
  const operation = getOperationAST(parse(query, { noLocation: true }));
  const fields = operation?.selectionSet.selections ?? [];
  return fields.flatMap((node) => (node.kind === Kind.FIELD ? [[node.alias?.value ?? node.name.value]] : []));
}

/** The answer in place of one that did not come. */
function unavailable(name: string, fetch: Fetch): ExecutionResult {
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE', subgraph: name };
  const message = `The part of the answer that ${name} gives is not available at the moment.`;
  return { data: null, errors: missingPaths(fetch).map((path) => new GraphQLError(message, { path, extensions })) };
}

const isUnreachable = (error: unknown, signal: AbortSignal): boolean =>
  error instanceof SubgraphUnavailable || signal.aborted;

/**
 * Lets Apollo's executor fetch through one of our transports, on behalf of one call. A subgraph that cannot be reached, or not in time,
 * answers errors with `SUBGRAPH_UNAVAILABLE` at the places that its part leaves empty; anything else that goes wrong is thrown.
 */
export function createDataSource(options: DataSourceOptions): GraphQLDataSource {
  const { name, transport, call, logger } = options;
  return {
    async process({ request }) {
      const { query = '', operationName, variables } = request;
      // Every fetch ends: with its request, or after its own time, whatever the transport does.
      const { signal, done } = startDeadline([call.signal], options.fetchTimeoutInMs);
      const fetch = { query, ...(operationName ? { operationName } : {}), ...(variables ? { variables } : {}) };
      try {
        const envelope = call.envelopeFor(name);
        return (await untilAborted(transport.execute(fetch, { envelope, signal }), signal)) as Awaited<
          ReturnType<GraphQLDataSource['process']>
        >;
      } catch (error) {
        if (!isUnreachable(error, signal)) throw error;
        logger.warn({ error, subgraph: name, requestId: call.requestId }, 'a subgraph did not answer');
        return unavailable(name, fetch) as Awaited<ReturnType<GraphQLDataSource['process']>>;
      } finally {
        done();
      }
    },
  };
}
