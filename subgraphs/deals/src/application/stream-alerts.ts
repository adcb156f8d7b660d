import type { Cursors } from '@meridian/platform/identity/cursor';
import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Alert } from '../domain/price-watch.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import type { LiveHub } from '../ports/live-hub.ts';
import { alertStream } from '../ports/streams.ts';
import { accountOf } from './caller.ts';
import { followStream } from './follow-stream.ts';
import type { Deliveries } from './record-deliveries.ts';
import { findStart, type StreamMessage, toMessages } from './stream-start.ts';

/** An alert with its place in the stream: its number among the person's alerts. */
export type PlacedAlert = Readonly<{ position: number; alert: Alert }>;

/** Whose alerts, and behind which cursor; without one, from now on. */
export type StreamAlertsRequest = Readonly<{ principal: Principal; after: string | null | undefined }>;

type Deps = Readonly<{
  store: Pick<DealsStore, 'alerts' | 'streams'>;
  cursors: Cursors;
  hub: LiveHub;
  clock: Clock;
  deliveries: Deliveries;
  /** See `followStream`. */
  patience: number;
}>;

/** The caller's own alerts behind a cursor, then as they come. Each is marked as delivered when it leaves. Undefined for nobody. */
export const createStreamAlerts =
  (deps: Deps) =>
  async ({
    principal,
    after: cursor,
  }: StreamAlertsRequest): Promise<AsyncGenerator<StreamMessage<PlacedAlert>, void, void> | undefined> => {
    const userId = accountOf(principal);
    if (userId === undefined) return undefined;
    const stream = alertStream(userId);
    const start = await findStart(deps, { stream, cursor });
    const read = async (after: number, limit: number) => {
      const alerts = await deps.store.alerts.after(userId, { sequence: after, limit });
      const now = deps.clock.now();
      const items = alerts.map((alert) => {
        if (alert.deliveredAt === null) deps.deliveries.record(alert.id, now);
        return { position: alert.sequence, alert: { ...alert, deliveredAt: alert.deliveredAt ?? now } };
      });
      return { items, through: items.at(-1)?.position ?? after };
    };
    const items = followStream({ hub: deps.hub, read }, { stream, after: start.after, patience: deps.patience });
    const cursorAt = (position: number) => deps.cursors.encode({ stream, epoch: start.epoch, position });
    return toMessages(items, { gap: start.gap, cursorAt });
  };
