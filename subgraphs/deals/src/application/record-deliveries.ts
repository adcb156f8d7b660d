import type { Logger } from '@meridian/platform/observability/logger';
import type { DealsStore } from '../ports/deals-store.ts';

/** Notes when alerts left for a device. */
export interface Deliveries {
  /** Returns at once; the note is written soon after, many at a time. */
  record(alertId: string, at: number): void;
  /** Resolves when everything recorded so far is written. */
  settled(): Promise<void>;
}

/**
 * Delivery times are written behind the push, never before it: the push is what people wait for. A crash in between loses a
 * note of a delivery, never an alert.
 */
export function createDeliveries(deps: { store: DealsStore; logger: Logger }): Deliveries {
  let waiting = new Map<string, number>();
  let writing: Promise<void> | undefined;

  const write = async () => {
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      await deps.store.transaction(({ alerts }) => alerts.markDelivered(batch));
    }
  };
  const start = () =>
    write()
      .catch((error: unknown) => deps.logger.warn({ error }, 'Delivery times of alerts could not be noted.'))
      .finally(() => {
        writing = undefined;
      });
  return {
    record(alertId, at) {
      if (!waiting.has(alertId)) waiting.set(alertId, at);
      writing ??= start();
    },
    async settled() {
      await writing;
    },
  };
}
