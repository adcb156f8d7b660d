import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { Snapshot } from '../domain/listing-facts.ts';
import type { AlertReason, Amount, PriceWatch } from '../domain/price-watch.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { LiveHub } from '../ports/live-hub.ts';
import type { Cause, Publisher } from '../ports/publisher.ts';
import { alertStream } from '../ports/streams.ts';

/** A crossing to tell of. */
export type Crossing = Readonly<{
  watch: PriceWatch;
  snapshot: Snapshot;
  reason: AlertReason;
  price: Amount;
  previousPrice: Amount | null;
  stock: number | null;
  observedAt: number;
  cause: Cause;
}>;

/** Raises alerts in the order of the crossings. */
export type RaiseAlerts = (transaction: DealsTransaction, crossings: readonly Crossing[]) => Promise<void>;

/** Writes alerts with their events; those who listen in this process are woken right after the commit. */
export const createRaiseAlerts =
  (deps: { publisher: Publisher; ids: Ids; clock: Clock; hub: LiveHub }): RaiseAlerts =>
  async (transaction, crossings) => {
    if (crossings.length === 0) return;
    const detectedAt = deps.clock.now();
    const alerts = await transaction.alerts.append(
      crossings.map(({ watch, cause: _, ...told }) => ({
        ...told,
        id: deps.ids.next('alr'),
        userId: watch.userId,
        watchId: watch.id,
        listingId: told.snapshot.listingId,
        detectedAt,
        deliveredAt: null,
        readAt: null,
      })),
    );
    const events = alerts.flatMap((alert, index) => {
      const crossing = crossings[index];
      return crossing ? [deps.publisher.watchTriggered(alert, crossing.watch, crossing.cause)] : [];
    });
    await transaction.announce(events);
    const streams = new Set(alerts.map(({ userId }) => alertStream(userId)));
    transaction.afterCommit(() => {
      for (const stream of streams) deps.hub.wake(stream);
    });
  };
