import type { SqlTransaction } from '../sql/sql-database.ts';
import { assignStreams, type Member } from './assignment.ts';
import type { GroupLag } from './event-log.ts';
import type { TopicMap } from './log-store.ts';

/** One member of a group. `expiresAt` is when the others may take it for dead unless it shows up again. */
export type Membership = Readonly<{
  group: string;
  member: string;
  topics: readonly string[];
  now: number;
  expiresAt: number;
}>;

/** A stream that a member may read, from `committed` on. Its commits must name `epoch`. */
export type Claim = Readonly<{ stream: number; epoch: number; committed: number }>;

/** What a member reads after a look at the group, and what it should hand over. */
export type Share = Readonly<{ claims: readonly Claim[]; handOver: readonly number[] }>;

type GroupStreamRow = { stream: number; committed: number; owner: string | null; epoch: number };

const bumpGeneration = (transaction: SqlTransaction, group: string) =>
  transaction.execute('UPDATE consumer_groups SET generation = generation + 1 WHERE name = ?', [group]);

/**
 * A member shows that it lives, removes those who do not, and takes what is its share and free. Streams that are its own and
 * should be another's are named, not taken away: the member first finishes the batch in its hands.
 */
export async function visitGroup(transaction: SqlTransaction, topics: TopicMap, me: Membership): Promise<Share> {
  await transaction.execute('INSERT INTO consumer_groups (name) VALUES (?) ON CONFLICT (name) DO NOTHING', [me.group]);
  const dead = await transaction.execute(
    'DELETE FROM members WHERE consumer_group = ? AND expires_at <= ? AND member <> ?',
    [me.group, me.now, me.member],
  );
  const renewed = await transaction.execute(
    'UPDATE members SET expires_at = ? WHERE consumer_group = ? AND member = ?',
    [me.expiresAt, me.group, me.member],
  );
  if (renewed === 0) {
    await transaction.execute('INSERT INTO members (consumer_group, member, topics, expires_at) VALUES (?, ?, ?, ?)', [
      me.group,
      me.member,
      JSON.stringify(me.topics),
      me.expiresAt,
    ]);
  }
  if (dead > 0 || renewed === 0) await bumpGeneration(transaction, me.group);
  return takeShare(transaction, topics, me);
}

async function takeShare(transaction: SqlTransaction, topics: TopicMap, me: Membership): Promise<Share> {
  const members = await readMembers(transaction, me.group);
  const living = new Set(members.map((member) => member.id));
  const rows = new Map((await readGroupStreams(transaction, me.group)).map((row) => [row.stream, row]));
  const wanted = new Set(members.flatMap((member) => member.topics));
  const streams = [...wanted].sort().flatMap((topic) =>
    (topics.get(topic) ?? []).map(({ id }) => {
      const owner = rows.get(id)?.owner ?? undefined;
      return { stream: id, topic, owner: owner !== undefined && living.has(owner) ? owner : undefined };
    }),
  );
  const target = assignStreams(members, streams);
  const claims: Claim[] = [];
  const handOver: number[] = [];
  for (const { stream, owner } of streams) {
    const row = rows.get(stream);
    if (owner === me.member && row) claims.push(row);
    if (owner === me.member && target.get(stream) !== me.member) handOver.push(stream);
    if (owner === undefined && target.get(stream) === me.member) claims.push(await takeStream(transaction, me, stream));
  }
  return { claims, handOver };
}

async function readMembers(transaction: SqlTransaction, group: string): Promise<Member[]> {
  const rows = await transaction.query<{ member: string; topics: string }>(
    'SELECT member, topics FROM members WHERE consumer_group = ?',
    [group],
  );
  return rows.map((row) => ({ id: row.member, topics: JSON.parse(row.topics) as string[] }));
}

const readGroupStreams = (transaction: SqlTransaction, group: string) =>
  transaction.query<GroupStreamRow>(
    'SELECT stream, committed, owner, epoch FROM group_streams WHERE consumer_group = ?',
    [group],
  );

async function takeStream(transaction: SqlTransaction, me: Membership, stream: number): Promise<Claim> {
  const [row] = await transaction.query<Claim>(
    `INSERT INTO group_streams (consumer_group, stream, owner, epoch) VALUES (?, ?, ?, 1)
     ON CONFLICT (consumer_group, stream) DO UPDATE SET owner = excluded.owner, epoch = group_streams.epoch + 1
     RETURNING stream, epoch, committed`,
    [me.group, stream, me.member],
  );
  if (!row) throw new Error(`Group ${me.group} could not take stream ${stream}.`);
  return row;
}

/** Moves the offset if the claim still holds. `false`: another member has the stream by now. */
export async function commitOffset(
  transaction: SqlTransaction,
  by: Readonly<{ group: string; member: string; claim: Claim }>,
  offset: number,
): Promise<boolean> {
  const affected = await transaction.execute(
    'UPDATE group_streams SET committed = ? WHERE consumer_group = ? AND stream = ? AND owner = ? AND epoch = ?',
    [offset, by.group, by.claim.stream, by.member, by.claim.epoch],
  );
  return affected === 1;
}

/** Gives streams back, so that whoever should have them can take them. */
export async function releaseStreams(
  transaction: SqlTransaction,
  me: Readonly<{ group: string; member: string }>,
  streams: readonly number[],
): Promise<void> {
  await transaction.executeMany(
    'UPDATE group_streams SET owner = NULL WHERE consumer_group = ? AND stream = ? AND owner = ?',
    streams.map((stream) => [me.group, stream, me.member]),
  );
  await bumpGeneration(transaction, me.group);
}

/** Leaves the group and gives everything back. */
export async function leaveGroup(
  transaction: SqlTransaction,
  me: Readonly<{ group: string; member: string }>,
): Promise<void> {
  await transaction.execute('UPDATE group_streams SET owner = NULL WHERE consumer_group = ? AND owner = ?', [
    me.group,
    me.member,
  ]);
  await transaction.execute('DELETE FROM members WHERE consumer_group = ? AND member = ?', [me.group, me.member]);
  await bumpGeneration(transaction, me.group);
}

/** Sets a group's offset by hand. @throws Error while a living member reads the stream */
export async function seekGroup(
  transaction: SqlTransaction,
  group: string,
  to: Readonly<{ stream: number; offset: number; now: number }>,
): Promise<void> {
  const owners = await transaction.query<{ member: string }>(
    `SELECT m.member FROM group_streams s JOIN members m ON m.consumer_group = s.consumer_group AND m.member = s.owner
     WHERE s.consumer_group = ? AND s.stream = ? AND m.expires_at > ?`,
    [group, to.stream, to.now],
  );
  if (owners.length > 0)
    throw new Error(`Group ${group} has a running member on that partition. Stop it before you seek.`);
  await transaction.execute('INSERT INTO consumer_groups (name) VALUES (?) ON CONFLICT (name) DO NOTHING', [group]);
  await transaction.execute(
    `INSERT INTO group_streams (consumer_group, stream, committed) VALUES (?, ?, ?)
     ON CONFLICT (consumer_group, stream) DO UPDATE SET committed = excluded.committed, owner = NULL, epoch = group_streams.epoch + 1`,
    [group, to.stream, to.offset],
  );
  await bumpGeneration(transaction, group);
}

/** The SQL of {@link GroupLag}. */
export async function readLag(database: Pick<SqlTransaction, 'query'>, group: string | undefined): Promise<GroupLag[]> {
  const rows = await database.query<Omit<GroupLag, 'lag'>>(
    `SELECT g.consumer_group AS "group", s.topic AS topic, s.topic_partition AS "partition", g.committed AS committed, s.next_offset AS "end"
     FROM group_streams g JOIN streams s ON s.id = g.stream
     ${group === undefined ? '' : 'WHERE g.consumer_group = ?'} ORDER BY 1, 2, 3`,
    group === undefined ? [] : [group],
  );
  return rows.map((row) => ({ ...row, lag: row.end - row.committed }));
}
