import type { Principal } from '@meridian/platform/identity/principal';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import { readTrackedBatch, type TrackedBatch, type TrackedEvent } from '../domain/tracked-events.ts';
import type { Visitor } from '../events/published.ts';
import type { TrackingLog } from '../ports/tracking-log.ts';

/** What a visitor did, and who tells it. */
export type TrackEventsRequest = TrackedBatch & Readonly<{ principal: Principal }>;

/**
 * How many events were taken: of a batch that found too little room the first ones. Or why none was: every problem of the batch, or
 * no room at all, which may be another matter in a moment.
 */
export type TrackEventsAnswer =
  | Readonly<{ ok: true; accepted: number }>
  | Refusal<FailureOf<'VALIDATION_FAILED' | 'TRACKING_OVERLOADED'>>;

type Dependencies = Readonly<{
  tracking: TrackingLog;
  toEvent: (tracked: TrackedEvent, visitor: Visitor) => OutgoingEvent;
}>;

/** Takes what a visitor did on our pages; with a problem anywhere in the batch, nothing of it. Anybody may. */
export const createTrackEvents =
  ({ tracking, toEvent }: Dependencies) =>
  ({ principal, ...batch }: TrackEventsRequest): TrackEventsAnswer => {
    const { events, problems } = readTrackedBatch(batch);
    if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
    const visitor: Visitor = {
      userId: principal.kind === 'user' ? principal.userId : null,
      visitId: batch.visitId || null,
    };
    const accepted = tracking.add(events.map((event) => toEvent(event, visitor)));
    return accepted > 0 ? { ok: true, accepted } : refuse({ code: 'TRACKING_OVERLOADED' });
  };
