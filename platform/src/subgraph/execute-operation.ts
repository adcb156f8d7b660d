import { createSourceEventStream, type DocumentNode, type ExecutionResult, execute, GraphQLError } from 'graphql';
import type { Logger } from '../observability/logger.ts';
import { toGenerator } from '../streams/generator.ts';
import { createDocumentCheck } from './document-check.ts';
import { contextOf, type InternalEnvelope, type InternalTokenVerifier } from './internal-caller.ts';
import { maskError } from './mask-errors.ts';
import type { SubgraphContext } from './subgraph-context.ts';
import type { SubgraphDefinition } from './subgraph-definition.ts';

/** One operation as the gateway sends it. Fetches of one query plan repeat, so their documents are worth remembering. */
export type SubgraphOperation = Readonly<{
  query: string;
  operationName?: string;
  variables?: Readonly<Record<string, unknown>>;
}>;

/** Runs operations on a subgraph for a caller that its internal token names. Never throws for what a client did. */
export interface SubgraphExecutor {
  execute(operation: SubgraphOperation, envelope: InternalEnvelope): Promise<ExecutionResult>;
  /** Answers the events, or a result with errors when the subscription could not be opened. Ending the iteration ends it. */
  subscribe(
    operation: SubgraphOperation,
    envelope: InternalEnvelope,
  ): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult>;
}

type Dependencies = Readonly<{ verifier: InternalTokenVerifier; logger: Logger }>;

const refused: ExecutionResult = {
  errors: [
    new GraphQLError('This subgraph answers the gateway only.', { extensions: { code: 'INTERNAL_TOKEN_REFUSED' } }),
  ],
};

/** Executes in this process what `serveSubgraph` executes behind a socket; token, masking and contexts are the same. */
export function createSubgraphExecutor(definition: SubgraphDefinition, deps: Dependencies): SubgraphExecutor {
  const { schema } = definition;
  const check = createDocumentCheck(schema);
  const identify = (envelope: InternalEnvelope) =>
    contextOf(envelope, { verifier: deps.verifier, audience: definition.name });
  const masked = (result: ExecutionResult, requestId: string): ExecutionResult =>
    result.errors
      ? { ...result, errors: result.errors.map((error) => maskError(error, { logger: deps.logger, requestId })) }
      : result;
  const argumentsOf = (operation: SubgraphOperation, document: DocumentNode) => ({
    schema,
    document,
    variableValues: operation.variables,
    operationName: operation.operationName,
  });

  async function* events(source: AsyncIterable<unknown>, base: SubgraphContext, args: ReturnType<typeof argumentsOf>) {
    for await (const rootValue of source) {
      const result = await execute({ ...args, rootValue, contextValue: definition.createContext(base) });
      yield masked(result, base.requestId);
    }
  }

  return {
    async execute(operation, envelope) {
      const base = identify(envelope);
      if (!base) return refused;
      const checked = check(operation.query);
      if ('errors' in checked) return { errors: checked.errors };
      const contextValue = definition.createContext(base);
      return masked(await execute({ ...argumentsOf(operation, checked.document), contextValue }), base.requestId);
    },
    async subscribe(operation, envelope) {
      const base = identify(envelope);
      if (!base) return refused;
      const checked = check(operation.query);
      if ('errors' in checked) return { errors: checked.errors };
      const args = argumentsOf(operation, checked.document);
      const source = await createSourceEventStream({ ...args, contextValue: definition.createContext(base) });
      return Symbol.asyncIterator in source
        ? endPromptly(source, (open) => events(open, base, args))
        : masked(source, base.requestId);
    },
  };
}

/**
 * A generator that waits inside `for await` answers `return()` only after the next event. This one ends its source first, which
 * settles the wait, so that a client that leaves frees its subscription at once.
 */
function endPromptly(
  source: AsyncIterable<unknown>,
  map: (source: AsyncIterable<unknown>) => AsyncGenerator<ExecutionResult, void, void>,
): AsyncGenerator<ExecutionResult, void, void> {
  const iterator = source[Symbol.asyncIterator]();
  const mapped = map({ [Symbol.asyncIterator]: () => iterator });
  return toGenerator({
    next: () => mapped.next(),
    async leave() {
      await iterator.return?.();
      await mapped.return();
    },
  });
}
