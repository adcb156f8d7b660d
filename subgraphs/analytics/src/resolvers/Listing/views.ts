import { hasScope } from '@meridian/platform/identity/scopes';
import type { ListingRef } from '../../domain/listing.ts';
import type { AnalyticsContext } from '../context.ts';

export const views = async ({ id }: ListingRef, _args: unknown, { principal, loaders }: AnalyticsContext) =>
  hasScope(principal, 'analytics:read') ? (await loaders.interest.load(id)).views : null;
