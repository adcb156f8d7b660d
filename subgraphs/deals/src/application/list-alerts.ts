import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Alert } from '../domain/price-watch.ts';
import type { AccountReader, Page } from '../ports/account-reader.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import { alertStream } from '../ports/streams.ts';
import { isAccount } from './caller.ts';
import type { Deliveries } from './record-deliveries.ts';

/** Whose inbox, and which page of it. */
export type ListAlertsRequest = Readonly<{
  principal: Principal;
  userId: string;
  first: number;
  beforeSequence: number | undefined;
  unreadOnly: boolean;
}>;

/** A page of an inbox, and where the stream of alerts stood when it was read, in which life of the data. */
export type Inbox = Page<Alert> & Readonly<{ position: number; epoch: string }>;

type Deps = Readonly<{
  reader: Pick<AccountReader, 'alerts'>;
  store: Pick<DealsStore, 'streams'>;
  deliveries: Deliveries;
  clock: Clock;
}>;

/** A page of the caller's own inbox; undefined for others. What was not pushed before is delivered by being read here. */
export const createListAlerts =
  (deps: Deps) =>
  async ({ principal, userId, ...wanted }: ListAlertsRequest): Promise<Inbox | undefined> => {
    if (!isAccount(principal, userId)) return undefined;
    const epoch = await deps.store.streams.epoch();
    // Read before the page: an alert that comes in between is then told twice rather than never.
    const { position } = await deps.store.streams.extent(alertStream(userId));
    const page = await deps.reader.alerts(userId, wanted);
    const now = deps.clock.now();
    const items = page.items.map((alert) => {
      if (alert.deliveredAt !== null) return alert;
      deps.deliveries.record(alert.id, now);
      return { ...alert, deliveredAt: now };
    });
    return { ...page, items, position, epoch };
  };
