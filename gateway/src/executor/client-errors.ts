import { type ExecutionResult, GraphQLError } from 'graphql';
import { type FaultScope, maskFault, withoutFault } from './faults.ts';

/** Codes by which a subgraph says that *we* asked it wrongly. A client can do nothing about it and learns no more than that. */
const faultCodes: ReadonlySet<unknown> = new Set([
  'DOWNSTREAM_SERVICE_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_TOKEN_REFUSED',
]);

/** `serviceName` is Apollo's; which subgraph failed is told only where a client can make use of it. */
function toClientError(error: unknown, scope: FaultScope): GraphQLError {
  if (error instanceof GraphQLError && faultCodes.has(error.extensions.code)) return maskFault(error, scope);
  const { message, path, extensions } = withoutFault(error, scope);
  const { serviceName: _, ...shown } = extensions;
  return new GraphQLError(message, { path, extensions: shown });
}

/** Leaves of each error what a client may see; logs the rest. */
export const withClientErrors = (result: ExecutionResult, scope: FaultScope): ExecutionResult =>
  result.errors ? { ...result, errors: result.errors.map((error) => toClientError(error, scope)) } : result;
