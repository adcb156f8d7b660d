import type { AlertResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Alert/__resolveReference.ts';
import { cursor } from './Alert/cursor.ts';
import { watch } from './Alert/watch.ts';
import { listingById } from './listing-reference.ts';

/** What was told when a watch was crossed. */
export const Alert: AlertResolvers = {
  __resolveReference,
  watch,
  listing: ({ listingId }) => listingById(listingId),
  cursor,
};
