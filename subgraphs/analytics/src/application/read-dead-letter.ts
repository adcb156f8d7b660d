import type { BookedLetter, DeadLetterBook } from '@meridian/platform/consumer/dead-letter-book';
import { readPlace } from '@meridian/platform/event-log/place';
import type { Principal } from '@meridian/platform/identity/principal';
import { mayReadEvents } from './caller.ts';

/** Which dead letter. */
export type ReadDeadLetterRequest = Readonly<{ principal: Principal; id: string }>;

/** A dead letter, or null where there is none, for operators; undefined for others. */
export const createReadDeadLetter =
  ({ deadLetters }: Readonly<{ deadLetters: Pick<DeadLetterBook, 'find'> }>) =>
  async ({ principal, id }: ReadDeadLetterRequest): Promise<BookedLetter | null | undefined> => {
    if (!mayReadEvents(principal)) return undefined;
    const position = readPlace(id);
    return (position && (await deadLetters.find(position))) ?? null;
  };
