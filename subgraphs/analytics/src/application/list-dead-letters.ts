import type { DeadLetterBook, LetterPlace } from '@meridian/platform/consumer/dead-letter-book';
import type { Principal } from '@meridian/platform/identity/principal';
import { mayReadEvents } from './caller.ts';

/** Which page of the dead letters; of all topics unless said. */
export type ListDeadLettersRequest = Readonly<{
  principal: Principal;
  topic?: string | undefined;
  first: number;
  after?: LetterPlace | undefined;
}>;

/** A page of the dead letters that wait, the newest first, for operators; undefined for others. */
export const createListDeadLetters =
  ({ deadLetters }: Readonly<{ deadLetters: Pick<DeadLetterBook, 'page'> }>) =>
  async ({ principal, topic, first, after }: ListDeadLettersRequest) =>
    mayReadEvents(principal) ? deadLetters.page({ topic, limit: first, after }) : undefined;
