import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';

/** Takes tracking events on their way to the log. The only events that may be lost, for about a second, in a crash. */
export interface TrackingLog {
  /**
   * Takes as many as there is room for, the first ones, and answers how many these are. The others are lost, and counted where
   * operators look. Never waits for the log.
   */
  add(events: readonly OutgoingEvent[]): number;
  /** Resolves when what was taken before the call is in the log, or was refused by it once more and still waits. */
  flush(): Promise<void>;
  /** Sends what waits; what the log refuses now is lost. */
  close(): Promise<void>;
}
