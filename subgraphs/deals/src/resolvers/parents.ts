import type { Deal } from '../domain/deal.ts';
import type { Alert } from '../domain/price-watch.ts';
import type { AlertConnection, DealConnection } from '../generated/resolvers-types.ts';
import type { DealCriteria } from '../ports/deal-book.ts';

/** A listing of which another subgraph knows the rest. Its type follows from its id, so nobody has to ask. */
export type ListingReference = Readonly<{ __typename: 'Flight' | 'Stay' | 'Car'; id: string }>;

/** An account of which another subgraph knows the rest. */
export type UserReference = Readonly<{ id: string }>;

type Edge<Node> = Readonly<{ cursor: string; node: Node }>;

/** A page of deals, and of which search: its facets are counted only where they are selected. */
export type DealConnectionParent = Pick<DealConnection, 'pageInfo' | 'totalCount' | 'streamCursor'> &
  Readonly<{ edges: readonly Edge<Deal>[]; criteria: DealCriteria; at: number }>;

/** A page of an inbox, and whose: what is unread is counted only where it is selected. */
export type AlertConnectionParent = Pick<AlertConnection, 'pageInfo' | 'totalCount' | 'streamCursor'> &
  Readonly<{ edges: readonly Edge<Alert>[]; userId: string }>;
