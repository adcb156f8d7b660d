import { hasScope } from '@meridian/platform/identity/scopes';
import type { ListingRef } from '../../domain/listing.ts';
import type { AnalyticsContext } from '../context.ts';

export async function conversion({ id }: ListingRef, _args: unknown, { principal, loaders }: AnalyticsContext) {
  if (!hasScope(principal, 'analytics:read')) return null;
  const { views, bookings } = await loaders.interest.load(id);
  return views === 0 ? null : bookings / views;
}
