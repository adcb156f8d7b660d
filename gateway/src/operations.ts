import { type DocumentNode, type ExecutionResult, GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import { withDenials } from './authorization/with-denials.ts';
import { type Cost, type CostGuard, type CostLimits, createCostGuard } from './cost/cost-limits.ts';
import { createListItemLimit } from './cost/list-items.ts';
import type { Call } from './executor/call.ts';
import type { Executor } from './executor/executor.ts';
import { createPlanner, type Planner, type PreparedOperation } from './planning/prepared-operation.ts';
import {
  type LoadedSupergraph,
  loadSupergraph,
  type SupergraphSource,
  type ViewName,
} from './supergraph/load-supergraph.ts';

/** A document that was validated against the view, with what the client sent beside it. */
export type OperationRequest = Readonly<{
  view: ViewName;
  document: DocumentNode;
  operationName?: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}>;

/** Runs operations on whatever supergraph is loaded at the moment. */
export interface Operations {
  readonly supergraph: LoadedSupergraph;
  /** Replaces the supergraph. What runs, subscriptions included, goes on with the one that it began with. */
  load(source: SupergraphSource): void;
  /**
   * Reduces an operation to what its caller may have, and plans it, or finds it in the cache. The document is valid on the view.
   * @throws GraphQLError with `OPERATION_TOO_MANY_PLANS`, or an `Error` for a fault
   */
  prepare(request: OperationRequest, principal: Call['principal']): PreparedOperation;
  /** What validation leaves open: whether the view has such operations, the variables' size and types, and the cost. */
  check(request: OperationRequest): readonly GraphQLError[];
  /** What the client is told of the cost; nothing for the server's own operations. */
  costOf(request: OperationRequest): Cost | undefined;
  /** Runs a query or mutation, valid and checked. @throws as `prepare` does, and what the executor throws: both are faults */
  run(request: OperationRequest, call: Call): Promise<ExecutionResult>;
}

type Loaded = Readonly<{ supergraph: LoadedSupergraph; planner: Planner; costs: CostGuard }>;

const load = (source: SupergraphSource, costLimits: CostLimits): Loaded => {
  const supergraph = loadSupergraph(source);
  return { supergraph, planner: createPlanner(supergraph), costs: createCostGuard(supergraph, costLimits) };
};

/** How the planner says that it has reached its `pathsLimit`, or Apollo's own bound on what crosses subgraphs. */
const tooManyPlans = /^(?:Too many options generated|Number of non-local selections exceeds limit)/;

/**
 * The reason is ours, not the client's to read: the planner's own messages name subgraphs and paths. The document is valid, so
 * whatever else stops the planner is a fault, be it told as a `GraphQLError` with a code.
 */
function asPlanError(error: unknown): Error {
  if (error instanceof Error && tooManyPlans.test(error.message))
    return new GraphQLError('There are too many ways to fetch the operation to choose one of them. Split it.', {
      extensions: { code: 'OPERATION_TOO_MANY_PLANS' },
    });
  return new Error('An operation could not be planned.', { cause: error });
}

const asBadInput = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });

const noSuchOperations = (kind: string): GraphQLError =>
  new GraphQLError(`There is no ${kind} here.`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

/** Apollo Server asks us over HTTP, too: it tells of no such operation only what we answer. */
const noSuchOperation = (name: string | undefined): GraphQLError =>
  new GraphQLError(name ? `Unknown operation named "${name}".` : 'Must provide operation name.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });

/** The cheapest first; the cost is known only of what runs. */
function errorsOf({ supergraph, costs }: Loaded, request: OperationRequest): readonly GraphQLError[] {
  const { view, document, operationName, variables } = request;
  const operation = getOperationAST(document, operationName);
  if (!operation) return [noSuchOperation(operationName)];
  const { schema } = supergraph.views[view];
  if (!schema.getRootType(operation.operation)) return [noSuchOperations(operation.operation)];
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 20 });
  return coerced.errors ? coerced.errors.map(asBadInput) : costs.refuse(request);
}

/** What operations run with: whatever runs plans, and how large requests may be. */
export type OperationDependencies = Readonly<{
  executor: Executor;
  costLimits: CostLimits;
  /** Items of all lists of an operation and its variables. */
  maxListItems: number;
}>;

/** Makes them for one supergraph, to be replaced by {@link Operations.load}. @throws as {@link loadSupergraph} does */
export function createOperations(source: SupergraphSource, deps: OperationDependencies): Operations {
  let loaded = load(source, deps.costLimits);
  const tooManyItems = createListItemLimit(deps.maxListItems);

  const prepare: Operations['prepare'] = ({ view, document, operationName }, principal) => {
    const { supergraph, planner } = loaded;
    try {
      return planner({ view: supergraph.views[view], document, operationName, principal });
    } catch (error) {
      throw asPlanError(error);
    }
  };

  return {
    get supergraph() {
      return loaded.supergraph;
    },
    load: (next) => {
      loaded = load(next, deps.costLimits);
    },
    prepare,
    costOf: (request) => loaded.costs.costOf(request),
    check(request) {
      const tooMany = tooManyItems(request);
      return tooMany ? [tooMany] : errorsOf(loaded, request);
    },
    async run(request, call) {
      const operation = prepare(request, call.principal);
      const { variables } = request;
      return withDenials(await deps.executor.execute(operation.plan, { operation, variables, call }), operation);
    },
  };
}
