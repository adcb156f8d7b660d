import { type DocumentNode, GraphQLError, getOperationAST, valueFromASTUntyped } from 'graphql';
import type { CostedSchema, SlicingRule } from './compilation.ts';
import { type CompiledCost, compileCost } from './compile-cost.ts';
import type { Variables } from './formula.ts';
import { valueIn } from './given-values.ts';

/** What is costed: a document that is valid on the schema, and what the client sent beside it. */
export type CostRequest = Readonly<{
  document: DocumentNode;
  operationName?: string | undefined;
  variables: Variables;
}>;

/** What the analysis found. */
export type Estimate = Readonly<{
  /** A whole number of units, never negative; an object of the answer is one unit. */
  cost: number;
  /** Where `@listSize` demands exactly one slicing argument and there are none or several. */
  errors: readonly GraphQLError[];
}>;

/** Estimates operations on one schema. What a document says is worked out once for it, its variables' part each time. */
export type Estimator = (request: CostRequest) => Estimate;

type Known = CompiledCost & Readonly<{ defaults: Variables }>;

const nothing: Estimate = { cost: 0, errors: [] };

function errorsOf(rules: readonly SlicingRule[], variables: Variables): readonly GraphQLError[] {
  return rules.flatMap(({ coordinate, directive, given }) => {
    const count = given.filter((value) => typeof valueIn(value, variables) === 'number').length;
    if (count === 1) return [];
    const message = `${coordinate} needs exactly one of ${directive.slicingArguments.join(', ')}; there are ${count}.`;
    return [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })];
  });
}

function compile(costed: CostedSchema, { document, operationName }: CostRequest): Known | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...compileCost(costed, { document, operation }), defaults: Object.fromEntries(defaults) };
}

/** @param costed.schema whatever stands in it costs; what callers may not have of it is refused elsewhere, at the same cost */
export function createEstimator(costed: CostedSchema): Estimator {
  const compiled = new WeakMap<DocumentNode, Map<string, Known>>();
  const knownOf = (request: CostRequest): Known | undefined => {
    const byName = compiled.get(request.document) ?? new Map<string, Known>();
    compiled.set(request.document, byName);
    const name = request.operationName ?? '';
    const known = byName.get(name) ?? compile(costed, request);
    // Only names that the document has are kept: a client may send any number of others.
    if (known) byName.set(name, known);
    return known;
  };
  return (request) => {
    const known = knownOf(request);
    if (!known) return nothing;
    const variables = { ...known.defaults, ...request.variables };
    return { cost: known.formula.solve(known.cost, variables), errors: errorsOf(known.slicingRules, variables) };
  };
}
