import type { DealsStore } from '../ports/deals-store.ts';

/** Which life of the data this is: cursors of another one are foreign. */
export const createReadEpoch = (deps: { store: Pick<DealsStore, 'streams'> }) => (): Promise<string> =>
  deps.store.streams.epoch();
