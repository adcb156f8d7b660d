/** How far a reader has come: the next offset wanted, per `topic/partition`. A partition that is missing starts at 0. */
export type LogPositions = ReadonlyMap<string, number>;

/** Names a partition of a topic. */
export const partitionName = (topic: string, partition: number): string => `${topic}/${partition}`;

/** Splits what {@link partitionName} has joined. Topics contain no slash. */
export function parsePartitionName(name: string): Readonly<{ topic: string; partition: number }> {
  const at = name.lastIndexOf('/');
  return { topic: name.slice(0, at), partition: Number(name.slice(at + 1)) };
}

/** Positions as short text for a cursor: `bookings:1k.0.3a;users:2.0`, offsets in base 36 in the order of partitions. */
export function writePositions(positions: LogPositions): string {
  const topics = new Map<string, string[]>();
  for (const [name, offset] of positions) {
    const { topic, partition } = parsePartitionName(name);
    const offsets = topics.get(topic) ?? [];
    offsets[partition] = offset === 0 ? '' : offset.toString(36);
    topics.set(topic, offsets);
  }
  // `join` writes a gap as an empty text, which reads as 0.
  return [...topics].map(([topic, offsets]) => `${topic}:${offsets.join('.')}`).join(';');
}

const written = /^([a-z][a-z.]*:[0-9a-z]*(\.[0-9a-z]*)*(;|$))*$/;

/** Reads what {@link writePositions} wrote; undefined for anything else. */
export function readPositions(text: string): Map<string, number> | undefined {
  if (!written.test(text)) return undefined;
  const positions = new Map<string, number>();
  for (const part of text.split(';').filter((each) => each !== '')) {
    const [topic = '', offsets = ''] = part.split(':');
    offsets.split('.').forEach((offset, partition) => {
      positions.set(partitionName(topic, partition), offset === '' ? 0 : Number.parseInt(offset, 36));
    });
  }
  return positions;
}
