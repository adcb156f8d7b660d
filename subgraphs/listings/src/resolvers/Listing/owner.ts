import type { Listing } from '../../domain/listing.ts';
import type { ListingsContext } from '../context.ts';
import { toProfile } from '../shapes.ts';

/** Data sets belong to an owner without a profile. */
export const owner = async ({ ownerId }: Listing, _args: unknown, { loaders }: ListingsContext) =>
  toProfile(await loaders.profileId.load(ownerId));
