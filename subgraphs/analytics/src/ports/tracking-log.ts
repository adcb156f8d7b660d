import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';

/** Takes tracking events on their way to the log. The only events that may be lost, for about a second, in a crash. */
export interface TrackingLog {
  /** Never waits for the log. */
  add(events: readonly OutgoingEvent[]): void;
  /** Resolves when everything that was added is in the log, or could not be put there. */
  flush(): Promise<void>;
}
