import { type ExecutionResult, GraphQLError } from 'graphql';
import type { LoadedSupergraph, ViewName } from '../supergraph/load-supergraph.ts';
import { type CostRequest, createEstimator, type Estimator } from './operation-costs.ts';

/** What one operation may cost at each door, in units of one object of the answer. */
export type CostLimits = Readonly<{
  firstParty: number;
  public: number;
  /** How long a list is taken to be of which the schema says nothing. */
  assumedListSize: number;
}>;

export const defaultCostLimits: CostLimits = { firstParty: 50_000, public: 5000, assumedListSize: 10 };

/** What an operation is estimated to cost, and what it may cost at its door: `extensions.cost` of its answers (ADR 0031). */
export type Cost = Readonly<{ estimated: number; max: number }>;

/** Everything but the internal view, on which only operations of the server itself run: they are never refused. */
type Door = Exclude<ViewName, 'internal'>;
type DoorRequest = CostRequest & Readonly<{ view: ViewName }>;

/** Costs and refuses operations on one supergraph. */
export interface CostGuard {
  /** Nothing for the server's own operations. */
  costOf(request: DoorRequest): Cost | undefined;
  /** Why the operation must not run, before it is planned. */
  refuse(request: DoorRequest): readonly GraphQLError[];
}

const refusalOf = (cost: Cost): GraphQLError =>
  new GraphQLError(
    `The operation may cost ${cost.estimated}; ${cost.max} is the most here. Ask for smaller pages, for fewer lists within lists, or split it.`,
    { extensions: { code: 'OPERATION_TOO_COSTLY', cost } },
  );

/** Costs by the views of this supergraph: after a reload there is another guard. Never throws for a document that is valid. */
export function createCostGuard(supergraph: LoadedSupergraph, limits: CostLimits): CostGuard {
  const estimatorOf = (door: Door): Estimator =>
    createEstimator({
      schema: supergraph.views[door].schema,
      directives: supergraph.cost,
      assumedListSize: limits.assumedListSize,
    });
  const estimators = { firstParty: estimatorOf('firstParty'), public: estimatorOf('public') };
  const costOf: CostGuard['costOf'] = ({ view, ...request }) =>
    view === 'internal' ? undefined : { estimated: estimators[view](request).cost, max: limits[view] };
  return {
    costOf,
    refuse({ view, ...request }) {
      if (view === 'internal') return [];
      const { cost: estimated, errors } = estimators[view](request);
      if (errors.length > 0) return errors;
      const max = limits[view];
      return estimated > max ? [refusalOf({ estimated, max })] : [];
    },
  };
}

/** Tells the client what was estimated, beside whatever else the answer's extensions say. */
export const withCost = (result: ExecutionResult, cost: Cost | undefined): ExecutionResult =>
  cost ? { ...result, extensions: { ...result.extensions, cost } } : result;
