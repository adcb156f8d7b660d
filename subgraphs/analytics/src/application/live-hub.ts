import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { Consumption, EventLog, LogRecord } from '@meridian/platform/event-log/event-log';
import { type LogPositions, partitionName } from '../domain/log-positions.ts';
import { createRecentIds, rememberedIds } from './recent-ids.ts';

/** An event as the log delivers it, with the positions of a reader who has come just behind it. */
export type LiveHubEvent = Readonly<{
  topic: string;
  partition: number;
  offset: number;
  event: CloudEvent;
  positions: LogPositions;
}>;

/** Hears of each event as it comes. Must neither wait nor throw: everybody else hears of it after this one. */
export type LiveListener = (event: LiveHubEvent) => void;

/** One live reader of the log for all subscriptions of a process. */
export interface LiveHub {
  start(): Promise<void>;
  /** Behind everything that has come so far. */
  positions(): LogPositions;
  /** From the positions in the answer on, everything comes to the listener. */
  listen(listener: LiveListener): Readonly<{ positions: LogPositions; stop: () => void }>;
  close(): Promise<void>;
}

type Dependencies = Readonly<{ log: EventLog; group: string; topics: readonly string[] }>;

/** What cannot be read is a dead letter of the consumer; a live view has nothing to show of it. */
function readEvent(value: string): CloudEvent | undefined {
  try {
    return JSON.parse(value) as CloudEvent;
  } catch {
    return undefined;
  }
}

async function endsOf({ log, group, topics }: Dependencies): Promise<Map<string, number>> {
  const declared = (await log.topics()).filter(({ name }) => topics.includes(name));
  const ends = new Map(
    declared.flatMap(({ name, partitions }) =>
      Array.from({ length: partitions }, (_, partition): [string, number] => [partitionName(name, partition), 0]),
    ),
  );
  // Without a group yet, it reads from the beginning and tells nobody: there is no listener before it has started.
  for (const { topic, partition, end } of await log.lag(group)) ends.set(partitionName(topic, partition), end);
  return ends;
}

/** A hub that follows the topics from where they end at its start. A record that is no event is passed over. */
export function createLiveHub(deps: Dependencies): LiveHub {
  const listeners = new Set<LiveListener>();
  const shown = createRecentIds(rememberedIds);
  let positions = new Map<string, number>();
  let following: Consumption | undefined;

  const tell = ({ topic, partition, offset, value, eventId }: LogRecord) => {
    positions.set(partitionName(topic, partition), offset + 1);
    if (!shown.add(eventId) || listeners.size === 0) return;
    const event = readEvent(value);
    if (!event) return;
    const told = { topic, partition, offset, event, positions: new Map(positions) };
    for (const listener of listeners) listener(told);
  };
  return {
    async start() {
      if (following) return;
      positions = await endsOf(deps);
      const handle = async (records: readonly LogRecord[]) => records.forEach(tell);
      following = await deps.log.follow({ topics: deps.topics, from: new Map(positions), handle });
    },
    positions: () => new Map(positions),
    listen(listener) {
      listeners.add(listener);
      return { positions: new Map(positions), stop: () => void listeners.delete(listener) };
    },
    async close() {
      await following?.close();
    },
  };
}
