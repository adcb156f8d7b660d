import { operationFromDocument } from '@apollo/federation-internals';
import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import type { LoadedSupergraph } from '../../src/supergraph/load-supergraph.ts';

/** How large a plan is, and how many the planner weighed to find it: the same on every machine, unlike a time. */
export type PlanStatistics = Readonly<{ fetches: number; evaluatedPlans: number }>;

function fetchesIn(node: PlanNode | SubscriptionNode | undefined): number {
  if (node === undefined) return 0;
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return fetchesIn(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, inner) => sum + fetchesIn(inner), 0);
    case 'Condition':
      return fetchesIn(node.ifClause) + fetchesIn(node.elseClause);
    case 'Subscription':
      return fetchesIn(node.primary) + fetchesIn(node.rest);
    default:
      throw new Error(`Our operations plan no ${node.kind}.`);
  }
}

/** Plans an operation as the gateway does, on the internal view. */
export function planStatistics(supergraph: LoadedSupergraph, document: DocumentNode): PlanStatistics {
  const plan: QueryPlan = supergraph.planner.buildQueryPlan(
    operationFromDocument(supergraph.views.internal.api, document),
  );
  const { evaluatedPlanCount } = supergraph.planner.lastGeneratedPlanStatistics() ?? { evaluatedPlanCount: Number.NaN };
  return { fetches: fetchesIn(plan.node), evaluatedPlans: evaluatedPlanCount };
}
