/** A member of a group and what it wants to read. */
export type Member = Readonly<{ id: string; topics: readonly string[] }>;
/** A stream, its topic, and the member who reads it now. */
export type OwnedStream = Readonly<{ stream: number; topic: string; owner: string | undefined }>;

/**
 * Who should read which stream. Every member computes the same from the same rows, so no leader is needed: members keep what
 * they have up to their fair share, the rest goes to whoever has least. Counts differ by at most one when all members want
 * the same topics.
 *
 * @param members in any order, living ones only
 */
export function assignStreams(members: readonly Member[], streams: readonly OwnedStream[]): Map<number, string> {
  const sorted = [...members].sort((one, other) => (one.id < other.id ? -1 : 1));
  const assigned = keepFairShares(sorted, streams);
  const counts = new Map(sorted.map((member) => [member.id, 0]));
  for (const member of assigned.values()) counts.set(member, (counts.get(member) ?? 0) + 1);
  for (const { stream, topic } of streams) {
    if (assigned.has(stream)) continue;
    const [least] = sorted
      .filter((member) => member.topics.includes(topic))
      .sort((one, other) => (counts.get(one.id) ?? 0) - (counts.get(other.id) ?? 0));
    if (!least) continue;
    assigned.set(stream, least.id);
    counts.set(least.id, (counts.get(least.id) ?? 0) + 1);
  }
  return assigned;
}

/** Streams that stay where they are: `floor(streams / members)` each, and one more for as many as the remainder allows. */
function keepFairShares(members: readonly Member[], streams: readonly OwnedStream[]): Map<number, string> {
  const share = Math.floor(streams.length / Math.max(1, members.length));
  let extras = streams.length - share * members.length;
  const byId = new Map(members.map((member) => [member.id, { ...member, count: 0 }]));
  const kept = new Map<number, string>();
  for (const { stream, topic, owner } of streams) {
    const member = owner === undefined ? undefined : byId.get(owner);
    if (!member?.topics.includes(topic)) continue;
    const isExtra = member.count === share && extras > 0;
    if (member.count >= share && !isExtra) continue;
    if (isExtra) extras -= 1;
    member.count += 1;
    kept.set(stream, member.id);
  }
  return kept;
}
