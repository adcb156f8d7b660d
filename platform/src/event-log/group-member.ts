import { randomUUID } from 'node:crypto';
import type { Clock } from '../time/clock.ts';
import type { Ticker } from '../time/ticker.ts';
import type { ConsumeOptions, Consumption } from './event-log.ts';
import { type Claim, commitOffset, leaveGroup, releaseStreams, type Share, visitGroup } from './group-store.ts';
import type { Stream } from './log-store.ts';
import { type LogReader, type StreamWorker, startStreamWorker } from './stream-worker.ts';
import type { WriteBatcher } from './write-batcher.ts';

/** What a member needs of the log. */
export type GroupLog = LogReader &
  Readonly<{ writes: WriteBatcher; clock: Clock; ticker: Ticker; sessionTimeoutInMs: number }>;

const defaultMaxBatch = 200;

type Running = { claim: Claim; worker: StreamWorker };

/** Joins a group and reads the member's share of its streams. Resolves when the member has joined. */
export async function startGroupMember(log: GroupLog, options: ConsumeOptions): Promise<Consumption> {
  const member = new GroupMember(log, options);
  await member.visit();
  member.start();
  return { close: () => member.close(), [Symbol.asyncDispose]: () => member.close() };
}

/**
 * A class, against the habit of the house: the visit, the workers and the end of one member share a state that changes, and a
 * closure of this size would hide it.
 */
class GroupMember {
  readonly #log: GroupLog;
  readonly #options: ConsumeOptions;
  /** Unique for ever: a member that was taken for dead must not be mistaken for its successor. */
  readonly #id = randomUUID();
  readonly #running = new Map<number, Running>();
  /** Workers that finish their last batch. Until then their stream is neither released nor read anew. */
  readonly #stopping = new Map<number, Promise<void>>();
  #stopTicking: () => void = () => undefined;
  #stopListening: () => void = () => undefined;
  #generation = Number.NaN;
  #visiting: Promise<void> | undefined;
  #visitAgain = false;
  #closing: Promise<void> | undefined;

  constructor(log: GroupLog, options: ConsumeOptions) {
    this.#log = log;
    this.#options = options;
  }

  start(): void {
    const { view, ticker, sessionTimeoutInMs } = this.#log;
    this.#stopListening = view.onChange(() => this.#onChange());
    // Five visits per session; the lease is 3/4 of it. So the others notice a death at most 0.95 sessions after the last visit.
    this.#stopTicking = ticker.every(sessionTimeoutInMs / 5, () => this.#requestVisit());
    this.#onChange();
  }

  #onChange(): void {
    if (this.#log.view.generation(this.#options.group) !== this.#generation) void this.#requestVisit();
    for (const { worker } of this.#running.values()) worker.wake();
  }

  /** One visit at a time; what is asked for meanwhile is answered by one more. Resolves when the present one is over. */
  async #requestVisit(): Promise<void> {
    if (this.#closing) return;
    if (this.#visiting) {
      this.#visitAgain = true;
      return this.#visiting;
    }
    this.#visiting = this.visit()
      .catch((error) => this.#log.logger.warn({ error, group: this.#options.group }, 'A heartbeat failed.'))
      .finally(() => {
        this.#visiting = undefined;
        if (this.#visitAgain) void this.#requestVisit();
        this.#visitAgain = false;
      });
    return this.#visiting;
  }

  /** Shows up in the group, starts what it gained, stops what it lost, hands over what others should have. */
  async visit(): Promise<void> {
    const { writes, view, clock, sessionTimeoutInMs } = this.#log;
    const { group, topics } = this.#options;
    this.#generation = view.generation(group);
    const share = await writes.run((transaction) => {
      const now = clock.now();
      const expiresAt = now + 0.75 * sessionTimeoutInMs;
      return visitGroup(transaction, view.topics(), { group, member: this.#id, topics, now, expiresAt });
    });
    if (this.#closing) return;
    await this.#follow(share);
  }

  async #follow({ claims, handOver }: Share): Promise<void> {
    const kept = new Map(claims.map((claim) => [claim.stream, claim]));
    for (const [stream, { claim }] of this.#running) {
      // Lost, or lost and taken again: the batch in its hands will be refused its commit.
      if (kept.get(stream)?.epoch !== claim.epoch) void this.#stopWorker(stream);
    }
    for (const claim of claims) if (!handOver.includes(claim.stream)) this.#startWorker(claim);
    if (handOver.length > 0) this.#handOver(handOver);
  }

  /** Not awaited by the visit: a long batch must not keep the member from showing that it lives. */
  #handOver(streams: readonly number[]): void {
    const { group } = this.#options;
    const stopped = streams.map((stream) => this.#stopWorker(stream));
    Promise.all(stopped)
      .then(() => this.#log.writes.run((write) => releaseStreams(write, { group, member: this.#id }, streams)))
      .catch((error) => this.#log.logger.warn({ error, group }, 'Partitions could not be handed over yet.'));
  }

  #stopWorker(stream: number): Promise<void> {
    const running = this.#running.get(stream);
    if (!running) return this.#stopping.get(stream) ?? Promise.resolve();
    this.#running.delete(stream);
    const stopped = running.worker.stop().then(() => {
      this.#stopping.delete(stream);
      void this.#requestVisit();
    });
    this.#stopping.set(stream, stopped);
    return stopped;
  }

  #startWorker(claim: Claim): void {
    if (this.#running.has(claim.stream) || this.#stopping.has(claim.stream)) return;
    const stream = this.#streamOf(claim.stream);
    if (!stream) return;
    const { handle, maxBatch = defaultMaxBatch, group } = this.#options;
    const by = { group, member: this.#id, claim };
    const worker = startStreamWorker(this.#log, {
      stream,
      from: claim.committed,
      maxBatch,
      handle,
      commit: async (offset) => {
        const done = await this.#log.writes.run((transaction) => commitOffset(transaction, by, offset));
        if (!done)
          this.#log.logger.warn({ group, topic: stream.topic, partition: stream.partition }, 'A commit was refused.');
        return done;
      },
    });
    this.#running.set(claim.stream, { claim, worker });
    void worker.ended.then(() => this.#forget(claim));
  }

  /** A worker that ended by itself was refused a commit: its stream may be free again at the next visit. */
  #forget(claim: Claim): void {
    if (this.#running.get(claim.stream)?.claim !== claim) return;
    this.#running.delete(claim.stream);
    void this.#requestVisit();
  }

  #streamOf(id: number): Stream | undefined {
    for (const topic of this.#options.topics) {
      const found = this.#log.view
        .topics()
        .get(topic)
        ?.find((stream) => stream.id === id);
      if (found) return found;
    }
    return undefined;
  }

  close(): Promise<void> {
    this.#closing ??= this.#leave();
    return this.#closing;
  }

  async #leave(): Promise<void> {
    this.#stopTicking();
    this.#stopListening();
    await this.#visiting;
    for (const stream of [...this.#running.keys()]) void this.#stopWorker(stream);
    await Promise.all(this.#stopping.values());
    const me = { group: this.#options.group, member: this.#id };
    await this.#log.writes.run((transaction) => leaveGroup(transaction, me));
  }
}
