import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { adminCommand, userCreated, userDeleted, userUpdated } from '@meridian/schema/events/users';
import type { Account } from '../domain/account.ts';
import type { Announcement } from '../ports/user-store.ts';

type EventFactory = ReturnType<typeof createEventFactory>;

/** Puts what happened to accounts into the words of `schema/events/users.ts`. */
export interface UserEvents {
  toEvent(announcement: Announcement): OutgoingEvent;
}

/** What others may know of an account: ids, roles, country and currency. No name, no address. */
const stateOf = (account: Account) => ({
  userId: account.id,
  publicProfileId: account.publicProfileId,
  roles: [...account.roles],
  countryCode: account.countryCode,
  currency: account.currency,
});

const contentOf = (announcement: Announcement) => {
  if (announcement.type === 'admin.command') {
    const { actorId, command, subject, outcome, sequence } = announcement;
    return { event: adminCommand, subject, sequence, data: { actorId, command, subject, outcome } };
  }
  const { account, type } = announcement;
  if (type === 'user.deleted') {
    const data = { userId: account.id, publicProfileId: account.publicProfileId };
    return { event: userDeleted, subject: account.id, sequence: account.version, data };
  }
  const event = type === 'user.created' ? userCreated : userUpdated;
  return { event, subject: account.id, sequence: account.version, data: stateOf(account) };
};

/** Events in the envelope of {@link EventFactory}, with the trace of the request that caused them. */
export const createUserEvents = (createEvent: EventFactory): UserEvents => ({
  toEvent(announcement) {
    const { event, subject, sequence, data } = contentOf(announcement);
    const { traceparent } = announcement;
    const cloudEvent: CloudEvent = createEvent({
      type: event.type,
      version: event.version,
      subject,
      sequence,
      data,
      ...(traceparent ? { traceparent } : {}),
    });
    return { topic: event.topic, event: cloudEvent };
  },
});
