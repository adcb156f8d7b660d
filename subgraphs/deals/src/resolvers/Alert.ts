import type { Alert as DomainAlert } from '../domain/price-watch.ts';
import { alertStream } from '../ports/streams.ts';
import type { DealsContext } from './context.ts';
import { isOwn, toListing } from './listing-reference.ts';

/** What was told when a watch was crossed. */
export const Alert = {
  /** An alert is its owner's alone, by whichever way it is asked for. */
  async __resolveReference({ id }: { id: string }, { loaders, principal }: DealsContext) {
    const alert = await loaders.alert.load(id);
    return alert && isOwn(principal, alert.userId) ? alert : null;
  },
  watch: ({ watchId }: DomainAlert, _args: unknown, { loaders }: DealsContext) => loaders.watch.load(watchId),
  listing: ({ listingId }: DomainAlert) => toListing(listingId),
  async cursor({ userId, sequence }: DomainAlert, _args: unknown, { cursors, deals }: DealsContext) {
    return cursors.encode({ stream: alertStream(userId), epoch: await deals.epoch(), position: sequence });
  },
};
