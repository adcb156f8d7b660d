import type { Clock } from '@meridian/platform/time/clock';
import type { Alert } from '../domain/price-watch.ts';
import type { AccountReader, Page } from '../ports/account-reader.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import { alertStream } from '../ports/streams.ts';
import type { Deliveries } from './record-deliveries.ts';

/** A page of an inbox, and where the stream of alerts stood when it was read. */
export type Inbox = Page<Alert> & Readonly<{ position: number }>;

/** A page of an account's inbox. What was not pushed before is delivered by being read here. */
export const createReadAlerts =
  (deps: { reader: AccountReader; store: Pick<DealsStore, 'streams'>; deliveries: Deliveries; clock: Clock }) =>
  async (userId: string, of: Parameters<AccountReader['alerts']>[1]): Promise<Inbox> => {
    // Read before the page: an alert that comes in between is then told twice rather than never.
    const { position } = await deps.store.streams.extent(alertStream(userId));
    const page = await deps.reader.alerts(userId, of);
    const now = deps.clock.now();
    const items = page.items.map((alert) => {
      if (alert.deliveredAt !== null) return alert;
      deps.deliveries.record(alert.id, now);
      return { ...alert, deliveredAt: now };
    });
    return { ...page, items, position };
  };
