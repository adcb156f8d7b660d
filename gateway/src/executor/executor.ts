import type { QueryPlan } from '@apollo/query-planner';
import type { ExecutionResult } from 'graphql';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { Call } from './call.ts';

/** What a plan is run for. */
export type ExecutionRequest = Readonly<{
  operation: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
  call: Call;
  /** The answer of the plan's first fetch where it is known already: the event of a subscription. The executor may change it. */
  firstAnswer?: ExecutionResult;
}>;

/**
 * Runs query plans: fetches through the transports, merges, and shapes the answer after the operation and its view. A subgraph
 * that fails costs its own fields, told as errors with `extensions.code`; a fault of ours is thrown.
 */
export interface Executor {
  execute(plan: QueryPlan, request: ExecutionRequest): Promise<ExecutionResult>;
}
