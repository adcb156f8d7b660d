import type { Principal } from '@meridian/platform/identity/principal';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { ValidationFailure } from '@meridian/platform/values/problems';
import { readTrackedBatch, type TrackedBatch, type TrackedEvent } from '../domain/tracked-events.ts';
import type { Visitor } from '../events/published.ts';
import type { TrackingLog } from '../ports/tracking-log.ts';

/** How many events were taken, or every problem of the batch, of which nothing was taken then. */
export type TrackEventsAnswer =
  | Readonly<{ ok: true; accepted: number }>
  | Readonly<{ ok: false; failure: ValidationFailure }>;

type Dependencies = Readonly<{
  tracking: TrackingLog;
  toEvent: (tracked: TrackedEvent, visitor: Visitor) => OutgoingEvent;
}>;

/** Takes what a visitor did on our pages; all of the batch or, with a problem anywhere in it, nothing. Anybody may. */
export const createTrackEvents =
  ({ tracking, toEvent }: Dependencies) =>
  (batch: TrackedBatch, principal: Principal): TrackEventsAnswer => {
    const { events, problems } = readTrackedBatch(batch);
    if (problems.length > 0) return { ok: false, failure: { code: 'VALIDATION_FAILED', problems } };
    const visitor: Visitor = {
      userId: principal.kind === 'user' ? principal.userId : null,
      visitId: batch.visitId || null,
    };
    tracking.add(events.map((event) => toEvent(event, visitor)));
    return { ok: true, accepted: events.length };
  };
