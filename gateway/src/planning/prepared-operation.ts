import { type Operation, operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import type { Principal } from '@meridian/platform/identity/principal';
import { type DocumentNode, Kind, type OperationDefinitionNode, print, type SelectionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Denial, denialAt } from '../authorization/authorization-map.ts';
import { demandedCoordinates } from '../authorization/demanded-coordinates.ts';
import { withoutDenied } from '../authorization/without-denied.ts';
import type { LoadedSupergraph, View } from '../supergraph/load-supergraph.ts';

/** An operation that was validated against `view`, reduced to what its caller may have, and planned. Shared between requests. */
export type PreparedOperation = Readonly<{
  supergraph: LoadedSupergraph;
  view: View;
  /** As the client sent it: answers are shaped after it, so that refused fields stand there as nulls. */
  document: DocumentNode;
  operation: OperationDefinitionNode;
  plan: QueryPlan;
  denied: ReadonlyMap<SelectionNode, Denial>;
  /** Whether anything in it depends on who asks, as the schema says. */
  personal: boolean;
  /** Equal for equal operations on one view of one supergraph. */
  key: string;
}>;

/** An operation that is valid on the view, and who wants it. */
export type PlanRequest = Readonly<{
  view: View;
  document: DocumentNode;
  operationName?: string | undefined;
  principal: Principal;
}>;

/** Prepares operations, each distinct one once. */
export type Planner = (request: PlanRequest) => PreparedOperation;

const maxPlans = 2000;
const defaultMaxBytes = 64_000_000;
/** Measured: the parsed document takes up to 36 bytes per character of its normal form, and a plan up to four of its text as JSON. */
const bytesPerCharacter = { document: 40, plan: 4 };

type Known = Readonly<{ key: string; demands: ReadonlySet<string>; personal: boolean }>;

/**
 * Documents come out of caches, so the same text is the same object: its normal form is computed once per view. What it demands
 * and how it is shaped differs between views, so none may see another's.
 */
function createDocumentFacts(supergraph: LoadedSupergraph) {
  const factsByView = new Map<View, WeakMap<DocumentNode, Known>>();
  return ({ view, document }: PlanRequest): Known => {
    const facts = factsByView.get(view) ?? new WeakMap<DocumentNode, Known>();
    factsByView.set(view, facts);
    const known = facts.get(document);
    if (known) return known;
    const found = {
      key: `${view.name}\n${print(document)}`,
      demands: demandedCoordinates(view.schema, document, supergraph.authorization),
      personal: demandedCoordinates(view.schema, document, supergraph.personal).size > 0,
    };
    facts.set(document, found);
    return found;
  };
}

const emptyPlan: QueryPlan = { kind: 'QueryPlan' };

const hasSelections = (document: DocumentNode, operationName: string | undefined): boolean =>
  document.definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION &&
      (!operationName || node.name?.value === operationName) &&
      node.selectionSet.selections.length > 0,
  );

/** Plans on the internal view; validation of the client's document on his own view came before. */
function plan(supergraph: LoadedSupergraph, document: DocumentNode, operationName: string | undefined): QueryPlan {
  if (!hasSelections(document, operationName)) return emptyPlan;
  const operation: Operation = operationFromDocument(supergraph.views.internal.api, document, {
    ...(operationName ? { operationName } : {}),
    validate: false,
  });
  return supergraph.planner.buildQueryPlan(operation);
}

function prepare(supergraph: LoadedSupergraph, request: PlanRequest, facts: Known): PreparedOperation {
  const { view, document, operationName, principal } = request;
  const scope = { schema: view.schema, map: supergraph.authorization, principal };
  const permitted = facts.demands.size > 0 ? withoutDenied(document, scope) : { document, denied: new Map() };
  const { operation } = buildOperationContext({
    schema: view.schema,
    operationDocument: document,
    ...(operationName ? { operationName } : {}),
  });
  return {
    supergraph,
    view,
    document,
    operation,
    plan: plan(supergraph, permitted.document, operationName),
    denied: permitted.denied,
    personal: facts.personal,
    key: `${facts.key}\n${operationName ?? ''}`,
  };
}

/** What an operation keeps in memory: its document, which nothing else may hold any more, and its plan. */
const sizeInBytes = ({ plan }: PreparedOperation, key: string): number =>
  key.length * bytesPerCharacter.document + JSON.stringify(plan).length * bytesPerCharacter.plan;

/**
 * Makes the planner of one supergraph, with a cache by normalised document, operation name and what the caller is denied of it:
 * two callers with the same rights share a plan, and nobody gets the plan of somebody with more.
 * It throws what Apollo's planner throws.
 * @param maxBytes how much memory the cache may take, as far as it can be told
 */
export function createPlanner(supergraph: LoadedSupergraph, maxBytes = defaultMaxBytes): Planner {
  const factsOf = createDocumentFacts(supergraph);
  const prepared = new LRUCache<string, PreparedOperation>({
    max: maxPlans,
    maxSize: maxBytes,
    sizeCalculation: sizeInBytes,
  });
  return (request) => {
    const facts = factsOf(request);
    const denials = [...facts.demands].map((coordinate) =>
      denialAt(supergraph.authorization, coordinate, request.principal),
    );
    const key = `${denials.join()}\n${request.operationName ?? ''}\n${facts.key}`;
    const known = prepared.get(key);
    if (known) return known;
    const fresh = prepare(supergraph, request, facts);
    prepared.set(key, fresh);
    return fresh;
  };
}
