import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { Cursors } from '@meridian/platform/identity/cursor';
import type { Principal } from '@meridian/platform/identity/principal';
import { type BoundedQueue, createBoundedQueue } from '@meridian/platform/streams/bounded-queue';
import { type LogPositions, partitionName } from '../domain/log-positions.ts';
import type { RawEvents } from '../ports/raw-events.ts';
import { mayReadEvents } from './caller.ts';
import { readCursor, writeCursor } from './live-event-cursors.ts';
import type { LiveHub, LiveHubEvent } from './live-hub.ts';
import { createRecentIds, type RecentIds, rememberedIds } from './recent-ids.ts';
import { replayEvents } from './replay-events.ts';
import type { WaitUntilStored } from './wait-until-stored.ts';

/** Which events. Conditions that are absent do not narrow; within one condition any of its values will do. */
export type LiveFilter = Readonly<{
  topics?: readonly string[] | null | undefined;
  types?: readonly string[] | null | undefined;
  subject?: string | null | undefined;
}>;
/** Which events, and behind which cursor; without one, from now on. */
export type StreamLiveEventsRequest = Readonly<{
  principal: Principal;
  filter: LiveFilter;
  after?: string | undefined;
}>;

/** An event with the cursor behind it, or the news that some were missed, with the oldest place from which it can go on. */
export type LiveEventMessage =
  | Readonly<{ kind: 'EVENT'; cursor: string; topic: string; event: CloudEvent }>
  | Readonly<{ kind: 'GAP'; reason: 'EXPIRED' | 'FOREIGN'; oldest: string }>;

/** Events as they come. */
export type LiveEventMessages = AsyncGenerator<LiveEventMessage, void, void>;

/** The reader was too slow, or the stored events are too far behind. Its last cursor leads on. */
export class LiveEventsInterrupted extends Error {
  override readonly name = 'LiveEventsInterrupted';
}

type Dependencies = Readonly<{
  hub: Pick<LiveHub, 'listen'>;
  raw: RawEvents;
  waitUntilStored: WaitUntilStored;
  cursors: Cursors;
}>;

/** So many messages wait for one reader at most; more, and it has to come back with its last cursor. */
const mostWaiting = 2_000;

const matches = (filter: LiveFilter, topic: string, event: CloudEvent): boolean =>
  (!filter.topics || filter.topics.includes(topic)) &&
  (!filter.types || filter.types.includes(event.type)) &&
  (!filter.subject || filter.subject === event.subject);

type Reader = Readonly<{
  deps: Dependencies;
  epoch: string;
  filter: LiveFilter;
  queue: BoundedQueue<LiveEventMessage>;
}>;

/** Some of what lies behind the positions is forgotten already. */
async function isExpired(reader: Reader, positions: LogPositions): Promise<boolean> {
  const horizons = await reader.deps.raw.horizons();
  return [...horizons].some(([name, keptFrom]) => {
    const topic = name.slice(0, name.lastIndexOf('/'));
    return (reader.filter.topics?.includes(topic) ?? true) && (positions.get(name) ?? 0) < keptFrom;
  });
}

async function replay(reader: Reader, from: LogPositions, to: LogPositions): Promise<RecentIds> {
  const { deps, filter, queue, epoch } = reader;
  const isStored = await deps.waitUntilStored({ from, to, isEnded: () => queue.isEnded });
  if (!isStored) throw new LiveEventsInterrupted('The stored events are behind. Come back with the same cursor.');
  const positions = new Map(from);
  const ids = createRecentIds(rememberedIds);
  const topics = filter.topics ? new Set(filter.topics) : undefined;
  for await (const { topic, partition, offset, value } of replayEvents(deps.raw, { from, to, topics })) {
    if (queue.isEnded) break;
    positions.set(partitionName(topic, partition), offset + 1);
    const event = JSON.parse(value) as CloudEvent;
    ids.add(event.id);
    if (!matches(filter, topic, event)) continue;
    await queue.hasRoom();
    queue.push({ kind: 'EVENT', cursor: writeCursor(deps.cursors, epoch, positions), topic, event });
  }
  return ids;
}

/** Brings a reader from its cursor to where the live events begin. Answers the last ids that it has got on the way. */
async function catchUp(reader: Reader, after: string, to: LogPositions): Promise<RecentIds> {
  const { deps, epoch, queue } = reader;
  const from = readCursor(deps.cursors, epoch, after);
  const reason = !from ? 'FOREIGN' : (await isExpired(reader, from)) ? 'EXPIRED' : undefined;
  if (from && !reason) return replay(reader, from, to);
  const oldest = writeCursor(deps.cursors, epoch, await deps.raw.horizons());
  queue.push({ kind: 'GAP', reason: reason ?? 'FOREIGN', oldest });
  return createRecentIds(0);
}

/** Passes live events on, after the replay; until then they wait here, so that none is missed in between. */
function createGate(reader: Reader, seen: LogPositions) {
  let held: LiveHubEvent[] | undefined = [];
  let replayed: Pick<RecentIds, 'has'> = createRecentIds(0);
  const interrupt = () => reader.queue.fail(new LiveEventsInterrupted('Too slow. Come back with the last cursor.'));
  const pass = ({ topic, partition, offset, event, positions }: LiveHubEvent) => {
    if (offset < (seen.get(partitionName(topic, partition)) ?? 0) || replayed.has(event.id)) return;
    reader.queue.push({
      kind: 'EVENT',
      cursor: writeCursor(reader.deps.cursors, reader.epoch, positions),
      topic,
      event,
    });
  };
  return {
    take(event: LiveHubEvent) {
      // First of all: what a reader does not ask for must not send it away while it catches up, with the cursor it came with.
      if (!matches(reader.filter, event.topic, event.event)) return;
      if (!held) return pass(event);
      held.push(event);
      if (held.length > mostWaiting * 5) interrupt();
    },
    open(ids: Pick<RecentIds, 'has'>) {
      replayed = ids;
      const waiting = held ?? [];
      held = undefined;
      waiting.forEach(pass);
    },
  };
}

/**
 * Opens a stream of events: first what lies behind the cursor, from the stored events, then what comes, from the log. A cursor holds
 * the position in every partition, so that nothing is missed or doubled where partitions run side by side. For operators; undefined for
 * others.
 */
export const createStreamLiveEvents =
  (deps: Dependencies) =>
  async ({ principal, filter, after }: StreamLiveEventsRequest): Promise<LiveEventMessages | undefined> => {
    if (!mayReadEvents(principal)) return undefined;
    const epoch = await deps.raw.epoch();
    const queue = createBoundedQueue<LiveEventMessage>(mostWaiting, () => stop());
    const reader = { deps, epoch, filter, queue };
    // A cursor from a process that is ahead of this one: what its reader has seen must not come again.
    const seen = (after && readCursor(deps.cursors, epoch, after)) || new Map<string, number>();
    const gate = createGate(reader, seen);
    const { positions, stop } = deps.hub.listen(gate.take);
    if (after === undefined) gate.open(createRecentIds(0));
    else {
      const fail = (error: unknown) => queue.fail(error instanceof Error ? error : new Error(String(error)));
      catchUp(reader, after, positions).then(gate.open, fail);
    }
    return queue.items;
  };
