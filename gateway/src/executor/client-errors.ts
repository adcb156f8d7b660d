import type { Logger } from '@meridian/platform/observability/logger';
import { maskedMessage } from '@meridian/platform/subgraph/mask-errors';
import { type ExecutionResult, GraphQLError } from 'graphql';

type Scope = Readonly<{ logger: Logger; requestId: string }>;

/** Codes by which a subgraph says that *we* asked it wrongly. A client can do nothing about it and learns no more than that. */
const faultCodes: ReadonlySet<unknown> = new Set([
  undefined,
  'DOWNSTREAM_SERVICE_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_TOKEN_REFUSED',
]);

/** `serviceName` is Apollo's; which subgraph failed is told only where a client can make use of it. */
function toClientError(error: unknown, { logger, requestId }: Scope): GraphQLError {
  const isGraphQL = error instanceof GraphQLError;
  const path = isGraphQL ? error.path : undefined;
  if (!isGraphQL || faultCodes.has(error.extensions.code)) {
    logger.error({ error, path, requestId }, 'a fetch failed');
    return new GraphQLError(maskedMessage, { path, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } });
  }
  const { serviceName: _, ...extensions } = error.extensions;
  return new GraphQLError(error.message, { path, extensions });
}

/** Leaves of each error what a client may see; logs the rest. */
export const withClientErrors = (result: ExecutionResult, scope: Scope): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map((error) => toClientError(error, scope)) } : result;
