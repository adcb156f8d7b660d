import type { FetchNode } from '@apollo/query-planner';
import { anonymous, type Principal } from '@meridian/platform/identity/principal';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { LoadedSupergraph } from '../supergraph/load-supergraph.ts';
import { hasCursor } from './cursor-argument.ts';

/** For whom a subscription runs, and on which supergraph: what is shared is shared within both. */
export type SharingScope = Readonly<{ audience: Principal; generation: number }>;

/**
 * Numbers supergraphs in the order in which they are first seen, so that streams and plans of two never meet under one key. It
 * keeps none of them alive.
 */
export function createGenerations(): (supergraph: LoadedSupergraph) => number {
  const generations = new WeakMap<LoadedSupergraph, number>();
  let latest = 0;
  return (supergraph) => {
    const known = generations.get(supergraph);
    if (known !== undefined) return known;
    latest += 1;
    generations.set(supergraph, latest);
    return latest;
  };
}

type Subscribing = Readonly<{ operation: PreparedOperation; variables: Readonly<Record<string, unknown>> }>;

/**
 * On whose behalf a subscription runs. Where the schema calls nothing that it selects personal it runs for nobody in particular:
 * what it answers cannot depend on who asks, and so it can be shared by everyone (ADR 0011).
 */
export const audienceOf = ({ personal }: PreparedOperation, principal: Principal): Principal =>
  personal ? principal : anonymous;

/** Of the variables that the client sent, those that a fetch uses. */
export const variablesOf = (fetch: FetchNode, variables: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    (fetch.variableUsages ?? []).flatMap((name) => (Object.hasOwn(variables, name) ? [[name, variables[name]]] : [])),
  );

/** Equal for subscriptions whose events come from one stream: same selection there, same arguments, same scope. */
export function primaryKey(
  { operation, variables }: Subscribing,
  primary: FetchNode,
  scope: SharingScope,
): string | undefined {
  if (hasCursor(operation.operation, variables)) return undefined;
  return JSON.stringify([primary.serviceName, primary.operation, variablesOf(primary, variables), scope]);
}

/** Equal for subscriptions whose answers are the same in every part. */
export function answersKey({ operation, variables }: Subscribing, scope: SharingScope): string | undefined {
  if (hasCursor(operation.operation, variables)) return undefined;
  return JSON.stringify([operation.key, variables, scope]);
}
