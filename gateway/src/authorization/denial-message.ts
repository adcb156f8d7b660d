import { roles, scopesOf } from '@meridian/platform/identity/scopes';
import { OperationTypeNode } from 'graphql';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { Denial } from './authorization-map.ts';
import { guardsOf } from './demanded-coordinates.ts';

/** A field that was refused, and whether it stands at the operation's root: there, a mutation is done and not seen. */
export type RefusedField = Readonly<{ name: string; denial: Denial; isRoot: boolean }>;

/** Tells of a refused field, in words. */
export type DenialMessage = (refused: RefusedField) => string;

const either = (words: readonly string[]): string => words.join(' or ');

const isListOfScopes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((scope) => typeof scope === 'string');

/** The alternatives of one demand: the scopes, and the roles that bring all of them. */
function inWords(alternatives: readonly (readonly string[])[]): string {
  const scopes = either(alternatives.map((needed) => needed.join(' and ')));
  const holders = roles.filter((role) =>
    alternatives.some((needed) => needed.every((scope) => scopesOf([role]).includes(scope))),
  );
  const brings = holders.length > 0 ? `, which the role ${either(holders)} brings` : '';
  return ` It needs the scope ${scopes}${brings}.`;
}

/** What a mutation asks for. It is no secret: the schema says it to everybody who may send the mutation. */
function needsOf({ supergraph, view }: PreparedOperation, name: string): string {
  const parent = view.schema.getMutationType();
  const guards = parent ? guardsOf(view.schema, { parent, name }, supergraph.authorization) : [];
  return guards
    .map((coordinate) => supergraph.authorization[coordinate]?.requiresScopes?.scopes)
    .filter((scopes): scopes is unknown[] => Array.isArray(scopes))
    .map((scopes) => inWords(scopes.filter(isListOfScopes)))
    .join('');
}

/**
 * Makes the sentences for the refused fields of one operation. Of a refused mutation they name the scopes and roles that are missing;
 * of a field only that it may not be seen.
 */
export const createDenialMessage =
  (prepared: PreparedOperation): DenialMessage =>
  ({ name, denial, isRoot }) => {
    const isDone = isRoot && prepared.operation.operation === OperationTypeNode.MUTATION;
    const what = isDone ? 'do this' : 'see this field';
    if (denial === 'UNAUTHENTICATED') return `Sign in to ${what}.`;
    return `Your account may not ${what}.${isDone ? needsOf(prepared, name) : ''}`;
  };
