type PartitionLag = Readonly<{ group: string; topic: string; end: number; lag: number }>;

/** A group's place in a topic, over all partitions. */
export type TopicLag = PartitionLag & Readonly<{ partitions: number }>;

/** Adds the partitions up; who is furthest behind comes first. */
export function topicLags(rows: readonly PartitionLag[]): readonly TopicLag[] {
  const sums = new Map<string, TopicLag>();
  for (const { group, topic, end, lag } of rows) {
    const key = `${group} ${topic}`;
    const sum = sums.get(key) ?? { group, topic, end: 0, lag: 0, partitions: 0 };
    sums.set(key, { ...sum, end: sum.end + end, lag: sum.lag + lag, partitions: sum.partitions + 1 });
  }
  return [...sums.values()].sort(
    (one, other) => other.lag - one.lag || one.group.localeCompare(other.group) || one.topic.localeCompare(other.topic),
  );
}
