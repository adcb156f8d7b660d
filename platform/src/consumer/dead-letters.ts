import { z } from 'zod';
import type { EventLog, LogRecord, NewRecord, Position } from '../event-log/event-log.ts';

/** An event that a group could not apply. `position` is its own place, in `<topic>.dlq`; `origin` where the event lies. */
export type DeadLetter = Readonly<{
  position: Position;
  group: string;
  cause: string;
  /** When it was given up, in epoch milliseconds. */
  failedAt: number;
  origin: Position;
  key: string;
  eventId: string;
  /** The event as it was delivered. */
  value: string;
}>;

const ending = '.dlq';

/** The topic of the dead letters of `topic`. */
export const deadLetterTopic = (topic: string): string => `${topic}${ending}`;

/** Whether a topic holds dead letters. */
export const isDeadLetterTopic = (topic: string): boolean => topic.endsWith(ending);

const letterSchema = z.object({
  kind: z.literal('letter'),
  group: z.string(),
  cause: z.string(),
  failedAt: z.number(),
  origin: z.object({ topic: z.string(), partition: z.number(), offset: z.number() }),
  key: z.string(),
  eventId: z.string(),
  value: z.string(),
});
/** Says that the letter at this offset of the same partition was put back. */
const replayedSchema = z.object({ kind: z.literal('replayed'), offset: z.number() });
const entrySchema = z.discriminatedUnion('kind', [letterSchema, replayedSchema]);

const maxCauseLength = 2_000;

/** The record that tells of an event which `group` gave up. */
export function toDeadLetter(record: LogRecord, by: Readonly<{ group: string; cause: Error; now: number }>): NewRecord {
  const { topic, partition, offset, key, eventId, value } = record;
  const cause = `${by.cause.name}: ${by.cause.message}`.slice(0, maxCauseLength);
  const letter: z.infer<typeof letterSchema> = {
    kind: 'letter',
    group: by.group,
    cause,
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

type Placed = Readonly<{ position: Position; entry: z.infer<typeof entrySchema> }>;

async function* readEntries(log: EventLog, topic: string, partition: number): AsyncGenerator<Placed, void, void> {
  for (let offset = 0; ; ) {
    const records = await log.read({ topic, partition, offset }, pageSize);
    for (const record of records) {
      const position = { topic, partition, offset: record.offset };
      yield { position, entry: entrySchema.parse(JSON.parse(record.value)) };
    }
    if (records.length < pageSize) return;
    // Not a page further: the oldest may have been deleted, and the first page begins behind them.
    offset = (records.at(-1)?.offset ?? offset) + 1;
  }
}

/**
 * Where the letters lie that were not put back. Read to the end before any of them is shown, since what puts one back lies behind
 * it. A crash between a dead letter and the commit of its offset writes the letter again: the first one stands for all.
 */
async function openOffsets(log: EventLog, topic: string, partition: number): Promise<ReadonlySet<number>> {
  const origins = new Map<number, string>();
  const open = new Map<string, number>();
  for await (const { position, entry } of readEntries(log, topic, partition)) {
    if (entry.kind === 'replayed') {
      open.delete(origins.get(entry.offset) ?? '');
      continue;
    }
    const origin = `${entry.group} ${entry.origin.partition} ${entry.origin.offset}`;
    origins.set(position.offset, origin);
    if (!open.has(origin)) open.set(origin, position.offset);
  }
  return new Set(open.values());
}

async function* openLetters(log: EventLog, topic: string, partition: number): AsyncGenerator<DeadLetter, void, void> {
  const open = await openOffsets(log, topic, partition);
  if (open.size === 0) return;
  for await (const { position, entry } of readEntries(log, topic, partition)) {
    if (entry.kind === 'letter' && open.has(position.offset)) yield toLetter(entry, position);
  }
}

const toLetter = ({ kind: _, ...letter }: z.infer<typeof letterSchema>, position: Position): DeadLetter => ({
  ...letter,
  position,
});

/** One dead letter, also one that was put back. `undefined` when there is none at that position. */
export async function showDeadLetter(log: EventLog, position: Position): Promise<DeadLetter | undefined> {
  const [record] = await log.read(position, 1);
  if (record?.offset !== position.offset) return undefined;
  const entry = entrySchema.parse(JSON.parse(record.value));
  if (entry.kind !== 'letter') return undefined;
  return toLetter(entry, position);
}

/**
 * Puts the event back at the end of its topic and takes the letter off the list, in one append. Every group receives it again;
 * those that have applied it know it by its id.
 *
 * @returns where the event lies now, or `undefined` when there is no letter at `position`
 */
export async function replayDeadLetter(log: EventLog, position: Position): Promise<Position | undefined> {
  const letter = await showDeadLetter(log, position);
  if (!letter) return undefined;
  const { key, eventId, value, origin } = letter;
  const note = JSON.stringify({ kind: 'replayed', offset: position.offset });
  const [back] = await log.append([
    { topic: origin.topic, key, eventId, value },
    // The letter's key leads to the letter's partition.
    { topic: position.topic, key, eventId: `replayed:${eventId}:${position.offset}`, value: note },
  ]);
  return back;
}
