import type { Clock } from '@meridian/platform/time/clock';
import type { Alert } from '../domain/price-watch.ts';
import type { AccountReader, Page } from '../ports/account-reader.ts';
import type { Deliveries } from './record-deliveries.ts';

/** A page of an account's inbox. What was not pushed before is delivered by being read here. */
export const createReadAlerts =
  (deps: { reader: AccountReader; deliveries: Deliveries; clock: Clock }) =>
  async (userId: string, of: Parameters<AccountReader['alerts']>[1]): Promise<Page<Alert>> => {
    const page = await deps.reader.alerts(userId, of);
    const now = deps.clock.now();
    const items = page.items.map((alert) => {
      if (alert.deliveredAt !== null) return alert;
      deps.deliveries.record(alert.id, now);
      return { ...alert, deliveredAt: now };
    });
    return { ...page, items };
  };
