import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { IssuedSession, SessionOperations } from './session-operations.ts';

type Carrier = SessionOperations['carrier'];

/** Response keys of the edge's own; a client that takes them for an alias of his is told of a conflict by the planner. */
const tokenKey = 'edgeSessionToken';
const expiresAtKey = 'edgeSessionExpiresAt';

const field = (name: string, alias: string): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: alias },
  name: { kind: Kind.NAME, value: name },
});

const fragmentOf = ({ type, tokenField, expiresAtField }: Carrier): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: [field(tokenField, tokenKey), field(expiresAtField, expiresAtKey)],
  },
});

/** Adds the carrier's inaccessible fields wherever it may stand. Answers nothing when it stands nowhere. */
export function withCarrierFields(
  document: DocumentNode,
  schema: GraphQLSchema,
  carrier: Carrier,
): DocumentNode | undefined {
  const carrierType = schema.getType(carrier.type);
  if (!isObjectType(carrierType)) return undefined;
  const typeInfo = new TypeInfo(schema);
  let found = false;
  const extend = (node: SelectionSetNode): SelectionSetNode | undefined => {
    const parent = typeInfo.getParentType();
    const isPossible =
      isCompositeType(parent) &&
      (parent === carrierType || (!isObjectType(parent) && schema.isSubType(parent, carrierType)));
    if (!isPossible) return undefined;
    found = true;
    return { ...node, selections: [...node.selections, fragmentOf(carrier)] };
  };
  const extended = visit(document, visitWithTypeInfo(typeInfo, { [Kind.SELECTION_SET]: { leave: extend } }));
  return found ? extended : undefined;
}

/** Takes the edge's fields out of an answer, in place, and returns the session that they told of. */
export function takeSession(data: unknown): IssuedSession | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const record = data as Record<string, unknown>;
  const token = record[tokenKey];
  const expiresAt = record[expiresAtKey];
  delete record[tokenKey];
  delete record[expiresAtKey];
  let session: IssuedSession | undefined =
    typeof token === 'string' && typeof expiresAt === 'string'
      ? { sessionToken: token, expiresAt: Date.parse(expiresAt) }
      : undefined;
  for (const value of Object.values(record)) session = takeSession(value) ?? session;
  return session;
}
