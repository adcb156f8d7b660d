import type { ApolloCache, StoreObject } from '@apollo/client';
import type { DeletePriceWatchMutation } from '../../generated/features/watches/watches.ts';

type Ended = Readonly<{ watch: StoreObject; answer: DeletePriceWatchMutation['deletePriceWatch'] | undefined }>;

/** Takes a watch out of all lists once it is gone: by this request, or by an earlier one. One that the graph would not delete stays. */
export function forgetEnded(cache: ApolloCache, { watch, answer }: Ended): void {
  if (answer?.__typename !== 'PriceWatchDeleted' && answer?.__typename !== 'NotFound') return;
  cache.evict({ id: cache.identify(watch) });
  cache.gc();
}
