import { readFileSync } from 'node:fs';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';

// A process of its own, in plain JavaScript: it may run out of memory, or never end. What to plan comes in as JSON.
const { supergraphSdl, operation, bounds } = JSON.parse(readFileSync(0, 'utf8'));
const supergraph = Supergraph.build(supergraphSdl);
const planner = new QueryPlanner(supergraph, { debug: bounds });
try {
  planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), parse(operation)));
  process.stdout.write('planned');
} catch (error) {
  process.stdout.write(String(error));
}
