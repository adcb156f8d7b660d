import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { type FailureOf, type Refusal, refuse } from '../../domain/failures.ts';
import type { Listing } from '../../domain/listing.ts';
import type { ListingsStore, ListingsTransaction } from '../../ports/listings-store.ts';
import type { ReferenceData } from '../../ports/reference-data.ts';

/** What publishing works with. */
export type PublishDeps = Readonly<{
  store: ListingsStore;
  knownAirports: Pick<ReferenceData, 'airports'>;
  clock: Clock;
  ids: Ids;
}>;

/** Why nothing new was published. */
export type CreateFailure = FailureOf<'VALIDATION_FAILED' | 'NOT_PERMITTED'>;
/** Why a listing may not be changed, whatever the change is. */
export type OpenFailure = FailureOf<'NOT_FOUND' | 'NOT_PERMITTED' | 'VERSION_CONFLICT'>;
/** Why nothing was changed. */
export type UpdateFailure = FailureOf<'VALIDATION_FAILED'> | OpenFailure;

/** Whoever may publish, as a user of ours. */
export type Publisher = Readonly<{ userId: string; isAdmin: boolean }>;

/** The caller as a publisher; undefined without the scope. The gateway has checked it too; a subgraph relies on nobody. */
export function publisherOf(principal: Principal): Publisher | undefined {
  if (principal.kind !== 'user' || !hasScope(principal, 'listings:write')) return undefined;
  return { userId: principal.userId, isAdmin: hasScope(principal, 'listings:admin') };
}

/** What a caller wants to change: which listing, and which version of it they have seen. */
export type ChangeOf = Readonly<{ principal: Principal; id: string; expectedVersion: number }>;

/** Loads a listing for a change, and checks that the caller may make it and has seen its present version. */
export async function openForChange<Kind extends Listing['kind']>(
  { listings }: Pick<ListingsTransaction, 'listings'>,
  change: ChangeOf,
  kind: Kind | 'ANY',
): Promise<Readonly<{ ok: true; listing: Extract<Listing, { kind: Kind }> }> | Refusal<OpenFailure>> {
  const publisher = publisherOf(change.principal);
  if (!publisher) return refuse({ code: 'NOT_PERMITTED' });
  const listing = await listings.find(change.id);
  if (!listing || listing.status === 'REMOVED' || (kind !== 'ANY' && listing.kind !== kind)) {
    return refuse({ code: 'NOT_FOUND', id: change.id });
  }
  if (listing.ownerId !== publisher.userId && !publisher.isAdmin) return refuse({ code: 'NOT_PERMITTED' });
  if (listing.version !== change.expectedVersion) {
    const { expectedVersion } = change;
    return refuse({ code: 'VERSION_CONFLICT', expectedVersion, currentVersion: listing.version });
  }
  return { ok: true, listing: listing as Extract<Listing, { kind: Kind }> };
}

/** The pictures of a listing that an owner publishes are drawn from its id. */
export const ownPictures = (id: string): readonly string[] => [`${id}:0`, `${id}:1`, `${id}:2`];
