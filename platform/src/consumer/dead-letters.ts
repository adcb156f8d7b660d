import type { EventLog, LogRecord, NewRecord, Position } from '../event-log/event-log.ts';
import {
  deadLetterTopic,
  type ForeignRecord,
  isDeadLetterTopic,
  type Letter,
  type LetterEntry,
  readEntry,
  toSentence,
} from './letter-entry.ts';
import { createOpenLetters } from './open-letters.ts';

/**
 * An event that a group could not apply. `position` is its own place, in `<topic>.dlq`; `origin` where the event lies. Or a foreign
 * record: what another tool has put there. It has no `group`, is its own `origin`, and can be looked at, not put back.
 */
export type DeadLetter = Readonly<{
  position: Position;
  /** `undefined` of a foreign record. */
  group?: string | undefined;
  cause: string;
  /** How often it was tried; unknown of a letter from before this was told. */
  attempts?: number | undefined;
  /** When it was given up, in epoch milliseconds; of a foreign record, when it was written. */
  failedAt: number;
  origin: Position;
  key: string;
  eventId: string;
  /** The event as it was delivered. */
  value: string;
}>;

const maxCauseLength = 2_000;

/** Who gave an event up, why, when (epoch milliseconds), and after how many attempts. */
export type GivenUp = Readonly<{ group: string; cause: Error; attempts: number; now: number }>;

/** The record that tells of an event which was given up. */
export function toDeadLetter(record: LogRecord, by: GivenUp): NewRecord {
  const { topic, partition, offset, key, eventId, value } = record;
  const cause = toSentence(by.cause).slice(0, maxCauseLength);
  const letter: Letter = {
    kind: 'letter',
    group: by.group,
    cause,
    attempts: by.attempts,
    failedAt: by.now,
    origin: { topic, partition, offset },
    key,
    eventId,
    value,
  };
  return { topic: deadLetterTopic(topic), key, eventId: `dlq:${by.group}:${eventId}`, value: JSON.stringify(letter) };
}

/**
 * The dead letters of all topics, or of one, that were not put back, the oldest first per topic. Read in pages: however many there
 * are, and however large, only a page of them is in memory.
 */
export async function* readDeadLetters(log: EventLog, topic?: string): AsyncGenerator<DeadLetter, void, void> {
  const topics = (await log.topics()).filter(({ name }) =>
    topic === undefined ? isDeadLetterTopic(name) : name === deadLetterTopic(topic),
  );
  for (const { name, partitions } of topics) {
    for (let partition = 0; partition < partitions; partition += 1) yield* openLetters(log, name, partition);
  }
}

/** The first ones of {@link readDeadLetters}, at most `limit`. */
export async function listDeadLetters(
  log: EventLog,
  { topic, limit }: Readonly<{ topic?: string | undefined; limit: number }>,
): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for await (const letter of readDeadLetters(log, topic)) {
    if (letters.length === limit) break;
    letters.push(letter);
  }
  return letters;
}

const pageSize = 500;

type Placed = Readonly<{ position: Position; entry: LetterEntry }>;

/** What lies in a partition of dead letters, from a position on, in pages. */
export async function* readEntries(log: Pick<EventLog, 'read'>, from: Position): AsyncGenerator<Placed, void, void> {
  const { topic, partition } = from;
  for (let { offset } = from; ; ) {
    const records = await log.read({ topic, partition, offset }, pageSize);
    for (const record of records) {
      const position = { topic, partition, offset: record.offset };
      yield { position, entry: readEntry(record) };
    }
    if (records.length < pageSize) return;
    // Not a page further: the oldest may have been deleted, and the first page begins behind them.
    offset = (records.at(-1)?.offset ?? offset) + 1;
  }
}

/** Read to the end before any of them is shown, since what puts one back lies behind it. */
async function* openLetters(log: EventLog, topic: string, partition: number): AsyncGenerator<DeadLetter, void, void> {
  const start = { topic, partition, offset: 0 };
  const open = createOpenLetters();
  for await (const { position, entry } of readEntries(log, start)) open.take(position.offset, entry);
  if (open.all().length === 0) return;
  for await (const { position, entry } of readEntries(log, start)) {
    if (entry.kind !== 'replayed' && open.isOpen(position.offset)) yield toDeadLetterAt(entry, position);
  }
}

function toDeadLetterAt(entry: Letter | ForeignRecord, position: Position): DeadLetter {
  if (entry.kind === 'letter') {
    const { kind: _, ...letter } = entry;
    return { ...letter, position };
  }
  const { record, reason } = entry;
  const { key, eventId, value, appendedAt } = record;
  const cause = `It is no dead letter: another tool has written it here. ${reason}`.slice(0, maxCauseLength);
  return { position, cause, failedAt: appendedAt, origin: position, key, eventId, value };
}

/** One dead letter, also one that was put back. `undefined` when there is none at that position. */
export async function showDeadLetter(log: Pick<EventLog, 'read'>, position: Position): Promise<DeadLetter | undefined> {
  const [record] = await log.read(position, 1);
  if (record?.offset !== position.offset) return undefined;
  const entry = readEntry(record);
  return entry.kind === 'replayed' ? undefined : toDeadLetterAt(entry, position);
}

/**
 * Puts the event back at the end of its topic and takes the letter off the list, in one append. Every group receives it again;
 * those that have applied it know it by its id.
 *
 * @param also goes into the log in the same append
 * @returns where the event lies now, or `undefined` when there is no letter at `position`
 */
export async function replayDeadLetter(
  log: Pick<EventLog, 'read' | 'append'>,
  position: Position,
  also: readonly NewRecord[] = [],
): Promise<Position | undefined> {
  const letter = await showDeadLetter(log, position);
  return letter?.group === undefined ? undefined : (await putBack(log, letter, also)).back;
}

/**
 * {@link replayDeadLetter} of a letter that was read.
 *
 * @returns where the event lies now, and where the note that says so
 */
export async function putBack(
  log: Pick<EventLog, 'append'>,
  { position, origin, key, eventId, value }: DeadLetter,
  also: readonly NewRecord[] = [],
): Promise<Readonly<{ back: Position; note: Position }>> {
  const note = JSON.stringify({ kind: 'replayed', offset: position.offset });
  const [back = origin, noted = position] = await log.append([
    { topic: origin.topic, key, eventId, value },
    // The letter's key leads to the letter's partition.
    { topic: position.topic, key, eventId: `replayed:${eventId}:${position.offset}`, value: note },
    ...also,
  ]);
  return { back, note: noted };
}
