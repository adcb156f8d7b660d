import type { BookedLetter, DeadLetterBook } from '@meridian/platform/consumer/dead-letter-book';
import type { EventLog, NewRecord } from '@meridian/platform/event-log/event-log';
import { readPlace } from '@meridian/platform/event-log/place';
import type { Principal } from '@meridian/platform/identity/principal';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { Command } from '../events/published.ts';
import { replayerOf } from './caller.ts';

/** Which dead letter to put back, and who says so. */
export type ReplayDeadLetterRequest = Readonly<{
  principal: Principal;
  id: string;
  traceparent?: string | undefined;
}>;

type Answer = Readonly<{ ok: true; letter: BookedLetter }> | Refusal<FailureOf<'NOT_FOUND' | 'ALREADY_REPLAYED'>>;

type Dependencies = Readonly<{
  deadLetters: Pick<DeadLetterBook, 'replay'>;
  log: Pick<EventLog, 'append'>;
  toCommandEvent: (command: Command) => OutgoingEvent;
}>;

const toRecord = ({ topic, event }: OutgoingEvent): NewRecord => ({
  topic,
  key: event.partitionkey,
  eventId: event.id,
  value: JSON.stringify(event),
});

/**
 * Puts an event that was given up back into its topic, for operators; undefined for others. What was done, and what an operator was
 * refused, is told as `admin.command`: what was done in the very append that does it.
 */
export const createReplayDeadLetter =
  ({ deadLetters, log, toCommandEvent }: Dependencies) =>
  async ({ principal, id, traceparent }: ReplayDeadLetterRequest): Promise<Answer | undefined> => {
    const actorId = replayerOf(principal);
    if (actorId === undefined) return undefined;
    const told = (outcome: Command['outcome']) =>
      toRecord(toCommandEvent({ actorId, command: 'replayDeadLetter', subject: id, outcome, traceparent }));
    const position = readPlace(id);
    // What is no place at all is nothing that an operator has acted on.
    if (position === undefined) return refuse({ code: 'NOT_FOUND', id });
    const replay = await deadLetters.replay(position, [told('DONE')]);
    if (replay.ok) return replay;
    await log.append([told('REFUSED')]);
    return replay.reason === 'NO_LETTER' ? refuse({ code: 'NOT_FOUND', id }) : refuse({ code: 'ALREADY_REPLAYED' });
  };
