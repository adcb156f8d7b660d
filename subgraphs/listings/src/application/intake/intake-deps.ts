import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { ListingsStore } from '../../ports/listings-store.ts';
import type { ReferenceData } from '../../ports/reference-data.ts';

/** What the intake works with. */
export type IntakeDeps = Readonly<{
  store: ListingsStore;
  /** Committed airports; the batch's transaction holds the write lock, so nobody changes them meanwhile. */
  knownAirports: Pick<ReferenceData, 'airports'>;
  clock: Clock;
  ids: Ids;
}>;
