import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventFactory } from '@meridian/platform/event-log/create-event';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { clickTracked, listingViewed, pageViewed } from '@meridian/schema/events/tracking';
import { adminCommand } from '@meridian/schema/events/users';
import type { TrackedEvent } from '../domain/tracked-events.ts';

/** Who did it: a user's id when signed in, and a random id of the visit. */
export type Visitor = Readonly<{ userId: string | null; visitId: string | null }>;

type Content = Readonly<{ event: { type: string; version: number; topic: string }; subject: string; data: object }>;

function contentOf(tracked: TrackedEvent, visitor: Visitor): Content {
  const anyone = visitor.visitId ?? visitor.userId ?? 'anonymous';
  switch (tracked.kind) {
    case 'PAGE_VIEW': {
      const { page, referrer } = tracked;
      return { event: pageViewed, subject: anyone, data: { ...visitor, page, referrer } };
    }
    case 'CLICK': {
      const { page, element, listingId } = tracked;
      return { event: clickTracked, subject: anyone, data: { ...visitor, page, element, listingId } };
    }
    case 'LISTING_VIEW': {
      const { listingId, listingKind: kind } = tracked;
      return { event: listingViewed, subject: listingId, data: { ...visitor, listingId, kind } };
    }
  }
}

/** Puts what a visitor did into the words of `schema/events/tracking.ts`. */
export const createTrackingEvents =
  (createEvent: EventFactory) =>
  (tracked: TrackedEvent, visitor: Visitor): OutgoingEvent => {
    const { event, subject, data } = contentOf(tracked, visitor);
    // What visitors do has no versions: each event stands for itself.
    const cloudEvent: CloudEvent = createEvent({
      type: event.type,
      version: event.version,
      subject,
      sequence: 1,
      data,
    });
    return { topic: event.topic, event: cloudEvent };
  };

/** What an operator did here, or was refused. */
export type Command = Readonly<{
  actorId: string;
  command: string;
  subject: string;
  outcome: 'DONE' | 'REFUSED';
  traceparent?: string | undefined;
}>;

/** Puts it into the words of `schema/events/users.ts`. */
export const createCommandEvents =
  (createEvent: EventFactory) =>
  ({ traceparent, ...data }: Command): OutgoingEvent => {
    const { type, version, topic } = adminCommand;
    // A dead letter has no versions: each command stands for itself.
    const input = { type, version, subject: data.subject, sequence: 1, data };
    return { topic, event: createEvent(traceparent === undefined ? input : { ...input, traceparent }) };
  };
