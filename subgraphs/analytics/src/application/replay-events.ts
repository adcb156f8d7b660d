import { type LogPositions, parsePartitionName } from '../domain/log-positions.ts';
import type { RawEvent, RawEvents } from '../ports/raw-events.ts';

const eventsPerSlice = 200;

type Lane = Readonly<{ topic: string; partition: number; to: number }> & { next: number; events: RawEvent[] };

async function fill(raw: RawEvents, lane: Lane): Promise<void> {
  if (lane.events.length > 0 || lane.next >= lane.to) return;
  const { topic, partition, next: from, to } = lane;
  lane.events = await raw.slice({ topic, partition, from, to, limit: eventsPerSlice });
  const last = lane.events.at(-1);
  lane.next = last && lane.events.length === eventsPerSlice ? last.offset + 1 : to;
}

/** The lane whose first event the log took first. */
function oldestOf(lanes: readonly Lane[]): Lane | undefined {
  let oldest: Lane | undefined;
  for (const lane of lanes) {
    const [event] = lane.events;
    if (event && event.appendedAt < (oldest?.events[0]?.appendedAt ?? Number.POSITIVE_INFINITY)) oldest = lane;
  }
  return oldest;
}

/** Raw events between two positions: in order per partition, and across partitions as the log took them. */
export async function* replayEvents(
  raw: RawEvents,
  span: Readonly<{ from: LogPositions; to: LogPositions; topics: ReadonlySet<string> | undefined }>,
): AsyncGenerator<RawEvent, void, void> {
  const lanes = [...span.to].flatMap(([name, to]): Lane[] => {
    const { topic, partition } = parsePartitionName(name);
    if (span.topics && !span.topics.has(topic)) return [];
    return [{ topic, partition, next: span.from.get(name) ?? 0, to, events: [] }];
  });
  for (;;) {
    await Promise.all(lanes.map((lane) => fill(raw, lane)));
    const event = oldestOf(lanes)?.events.shift();
    if (!event) return;
    yield event;
  }
}
