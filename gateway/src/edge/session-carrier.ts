import type { Ids } from '@meridian/platform/ids/ids';
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

type CarrierType = SessionOperations['carrier'];
type Path = readonly (string | number)[];

/** Reads, beside what a client asked for, the fields of a session that only the edge may read. */
export interface SessionCarrier {
  /** Adds them wherever the carrier may stand. Answers nothing when it stands nowhere. */
  weave(document: DocumentNode, schema: GraphQLSchema): DocumentNode | undefined;
  /** Takes them out of an answer, in place, and returns the session that they told of. */
  take(data: unknown): IssuedSession | undefined;
  /** Without the end that leads into what was woven in. */
  pathWithin(path: Path): Path;
}

/** Under which names the edge reads. */
type Keys = Readonly<{ type: string; token: string; expiresAt: string }>;

const fieldNode = (name: string, alias: string): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: alias },
  name: { kind: Kind.NAME, value: name },
});

const fragmentOf = ({ type, tokenField, expiresAtField }: CarrierType, keys: Keys): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: [
      fieldNode('__typename', keys.type),
      fieldNode(tokenField, keys.token),
      fieldNode(expiresAtField, keys.expiresAt),
    ],
  },
});

function weave(
  document: DocumentNode,
  schema: GraphQLSchema,
  carrier: Readonly<{ type: string; fragment: InlineFragmentNode }>,
): DocumentNode | undefined {
  const type = schema.getType(carrier.type);
  if (!isObjectType(type)) return undefined;
  const typeInfo = new TypeInfo(schema);
  let found = false;
  const extend = (node: SelectionSetNode): SelectionSetNode | undefined => {
    const parent = typeInfo.getParentType();
    const isPossible =
      isCompositeType(parent) && (parent === type || (!isObjectType(parent) && schema.isSubType(parent, type)));
    if (!isPossible) return undefined;
    found = true;
    return { ...node, selections: [...node.selections, carrier.fragment] };
  };
  const woven = visit(document, visitWithTypeInfo(typeInfo, { [Kind.SELECTION_SET]: { leave: extend } }));
  return found ? woven : undefined;
}

const toSession = (token: unknown, expiresAt: unknown): IssuedSession | undefined =>
  typeof token === 'string' && typeof expiresAt === 'string'
    ? { sessionToken: token, expiresAt: Date.parse(expiresAt) }
    : undefined;

/**
 * The names are drawn once per process, so that no client can take them for aliases of his own; and only an object of the carrier's
 * type is read, so that one who learns of them has won nothing by it.
 */
export function createSessionCarrier(carrier: CarrierType, ids: Ids): SessionCarrier {
  const keys: Keys = { type: ids.next('edge'), token: ids.next('edge'), expiresAt: ids.next('edge') };
  const names: ReadonlySet<string | number> = new Set(Object.values(keys));
  const fragment = fragmentOf(carrier, keys);
  const takeFrom = (record: Record<string, unknown>): IssuedSession | undefined => {
    const { [keys.type]: type, [keys.token]: token, [keys.expiresAt]: expiresAt } = record;
    if (type !== carrier.type) return undefined;
    for (const name of names) delete record[name];
    return toSession(token, expiresAt);
  };
  const take: SessionCarrier['take'] = (data) => {
    if (typeof data !== 'object' || data === null) return undefined;
    let session = takeFrom(data as Record<string, unknown>);
    for (const value of Object.values(data)) session = take(value) ?? session;
    return session;
  };
  return {
    weave: (document, schema) => weave(document, schema, { type: carrier.type, fragment }),
    take,
    pathWithin: (path) => {
      const end = path.findIndex((key) => names.has(key));
      return end === -1 ? path : path.slice(0, end);
    },
  };
}
