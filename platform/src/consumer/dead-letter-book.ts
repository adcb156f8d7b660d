import type { EventLog, NewRecord, Position } from '../event-log/event-log.ts';
import { type DeadLetter, putBack, readEntries, showDeadLetter } from './dead-letters.ts';
import { deadLetterTopic, isDeadLetterTopic } from './letter-entry.ts';
import { createOpenLetters, type OpenLetters } from './open-letters.ts';

/** A dead letter, and whether it still waits for somebody to put it back. A foreign record waits for nobody. */
export type BookedLetter = DeadLetter & Readonly<{ isOpen: boolean }>;

/** A letter's place in the list: the newest comes first. */
export type LetterPlace = Readonly<{ failedAt: number; position: Position }>;

/** Which page of the list. */
export type LetterPage = Readonly<{
  /** Only what came from this topic. */
  topic?: string | undefined;
  /** Begins behind this place. */
  after?: LetterPlace | undefined;
  limit: number;
}>;

/** Where the event lies now; or why nothing was done. */
export type Replay =
  | Readonly<{ ok: true; letter: BookedLetter; position: Position }>
  | Readonly<{ ok: false; reason: 'NO_LETTER' | 'PUT_BACK_BEFORE' }>;

/**
 * The dead letters of all topics that were not put back, for a page that is looked at again and again. Each entry of the log is read
 * once, whoever wrote it; then only what has come since. A hundred bytes or so are kept per letter that is open, not the letter.
 */
export interface DeadLetterBook {
  /** A page of those that are open and of foreign records, the newest first, and how many there are. Shows whatever was in the log at the call. */
  page(
    wanted: LetterPage,
  ): Promise<Readonly<{ letters: readonly BookedLetter[]; hasNextPage: boolean; totalCount: number }>>;
  /** One, also one that was put back. `undefined` when there is none at that position. */
  find(position: Position): Promise<BookedLetter | undefined>;
  /**
   * Puts one back, see {@link putBack}, once: of two calls at the same time, one is told that it was done before. So it is of two in
   * two processes; there the event may lie in its topic twice, which changes nothing: who has applied it knows it by its id. A foreign
   * record is no letter to put back.
   *
   * @param also goes into the log with the event, or not at all
   */
  replay(position: Position, also?: readonly NewRecord[]): Promise<Replay>;
}

type Stream = Readonly<{ topic: string; partition: number; open: OpenLetters }> & { next: number };

/** Begins with nothing read. */
export function createDeadLetterBook(log: Pick<EventLog, 'topics' | 'read' | 'append'>): DeadLetterBook {
  const streams = new Map<string, Stream>();
  const inTurn = createTurns();
  const streamOf = ({ topic, partition }: Omit<Position, 'offset'>) => streams.get(`${topic}/${partition}`);
  const find = async (position: Position): Promise<BookedLetter | undefined> => {
    await catchUp(log, streams);
    const stream = streamOf(position);
    const letter = stream && (await showDeadLetter(log, position));
    return letter && { ...letter, isOpen: letter.group !== undefined && stream.open.isOpen(position.offset) };
  };
  return {
    find: (position) => inTurn(() => find(position)),
    page: (wanted) =>
      inTurn(async () => {
        await catchUp(log, streams);
        return readPage(log, placesIn(streams, wanted.topic), wanted);
      }),
    replay: (position, also = []) =>
      inTurn(async () => {
        const letter = await find(position);
        const unread = streamOf(position)?.next ?? position.offset;
        if (letter?.group === undefined) return { ok: false, reason: 'NO_LETTER' };
        if (!letter.isOpen) return { ok: false, reason: 'PUT_BACK_BEFORE' };
        const { back, note } = await putBack(log, letter, also);
        const first = await firstNoteOf(log, position, unread);
        if (first !== note.offset) return { ok: false, reason: 'PUT_BACK_BEFORE' };
        return { ok: true, letter: { ...letter, isOpen: false }, position: back };
      }),
  };
}

/** Lets one piece of work begin when the one before has ended, however it ended. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Where the first note lies that says of a letter that it was put back, from an offset of its partition on. The log's order decides. */
async function firstNoteOf(log: Pick<EventLog, 'read'>, letter: Position, from: number): Promise<number | undefined> {
  for await (const { position, entry } of readEntries(log, { ...letter, offset: from })) {
    if (entry.kind === 'replayed' && entry.offset === letter.offset) return position.offset;
  }
  return undefined;
}

/** Takes what the log has and the streams have not. */
async function catchUp(log: Pick<EventLog, 'topics' | 'read'>, streams: Map<string, Stream>): Promise<void> {
  for (const { name: topic, partitions } of await log.topics()) {
    if (!isDeadLetterTopic(topic)) continue;
    for (let partition = 0; partition < partitions; partition += 1) {
      const key = `${topic}/${partition}`;
      const stream = streams.get(key) ?? { topic, partition, next: 0, open: createOpenLetters() };
      streams.set(key, stream);
      for await (const { position, entry } of readEntries(log, { topic, partition, offset: stream.next })) {
        stream.open.take(position.offset, entry);
        stream.next = position.offset + 1;
      }
      const [oldest] = await log.read({ topic, partition, offset: 0 }, 1);
      stream.open.forget(oldest?.offset ?? stream.next);
    }
  }
}

/** Negative when `one` stands before `other`: the newest first, and what is of the same moment in an order of its own. */
const compare = (one: LetterPlace, other: LetterPlace): number =>
  other.failedAt - one.failedAt ||
  one.position.topic.localeCompare(other.position.topic) ||
  one.position.partition - other.position.partition ||
  other.position.offset - one.position.offset;

const placesIn = (streams: ReadonlyMap<string, Stream>, origin: string | undefined): LetterPlace[] =>
  [...streams.values()]
    .filter(({ topic }) => origin === undefined || topic === deadLetterTopic(origin))
    .flatMap(({ topic, partition, open }) =>
      open.all().map(({ offset, failedAt }) => ({ failedAt, position: { topic, partition, offset } })),
    )
    .sort(compare);

async function readPage(
  log: Pick<EventLog, 'read'>,
  places: readonly LetterPlace[],
  { after, limit }: LetterPage,
): ReturnType<DeadLetterBook['page']> {
  const behind = after === undefined ? places : places.filter((place) => compare(after, place) < 0);
  const letters: BookedLetter[] = [];
  for (const { position } of behind.slice(0, limit)) {
    const letter = await showDeadLetter(log, position);
    // Gone since: the log forgets what is a year old.
    if (letter) letters.push({ ...letter, isOpen: letter.group !== undefined });
  }
  return { letters, hasNextPage: behind.length > limit, totalCount: places.length };
}
