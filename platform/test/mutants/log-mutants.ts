import type { EventLog, LogRecord } from '../../src/event-log/event-log.ts';
import { createWake } from '../../src/event-log/wake.ts';
import type { OutboxMonitor, OutboxRelay } from '../../src/outbox/outbox.ts';
import { countWaiting, markPublished, readState, waitsUpTo } from '../../src/outbox/outbox-rows.ts';
import type { ServiceNode } from '../../src/testkit/service-node.ts';

const withoutSalt = (record: LogRecord): LogRecord => ({
  ...record,
  key: record.key.slice(record.key.indexOf('|') + 1),
});

/** A mutant whose partition depends on chance: the key is hashed together with a salt, another one each time. */
export function withRandomPartitions(log: EventLog, seed: number): EventLog {
  let salt = seed;
  const peeled = (handle: (records: readonly LogRecord[]) => Promise<void>) => (records: readonly LogRecord[]) =>
    handle(records.map(withoutSalt));
  return {
    ...log,
    append(records) {
      salt += 1;
      return log.append(records.map((record, index) => ({ ...record, key: `${salt * 7919 + index}|${record.key}` })));
    },
    consume: (options) => log.consume({ ...options, handle: peeled(options.handle) }),
    follow: (options) => log.follow({ ...options, handle: peeled(options.handle) }),
    read: async (from, limit) => (await log.read(from, limit)).map(withoutSalt),
  };
}

/** A mutant that commits the offset without waiting for the handler. */
export function committingBeforeHandling(log: EventLog): EventLog {
  return {
    ...log,
    consume: (options) =>
      log.consume({
        ...options,
        async handle(records) {
          options.handle(records).catch(() => undefined);
        },
      }),
  };
}

/** A mutant that only looks for new records twice a second. */
export function lookingRarely(log: EventLog): EventLog {
  return {
    ...log,
    follow: (options) =>
      log.follow({
        ...options,
        async handle(records) {
          await new Promise((resolve) => setTimeout(resolve, 500));
          await options.handle(records);
        },
      }),
  };
}

/** A mutant that counts anew from the oldest record that is left. */
export function countingFromTheOldest(log: EventLog): EventLog {
  return {
    ...log,
    async read(from, limit) {
      const [oldest] = await log.read({ ...from, offset: 0 }, 1);
      const shift = oldest?.offset ?? 0;
      const records = await log.read({ ...from, offset: from.offset + shift }, limit);
      return records.map((record) => ({ ...record, offset: record.offset - shift }));
    },
  };
}

/** A mutant that deletes the record at the position as well. */
export const forgettingOneTooMany = (log: EventLog): EventLog => ({
  ...log,
  forget: (before) => log.forget({ ...before, offset: before.offset + 1 }),
});

/** A mutant that deletes nothing. */
export const forgettingNothing = (log: EventLog): EventLog => ({ ...log, forget: async () => undefined });

type Row = { id: number; topic: string; event_key: string; event_id: string; value: string };

/** A mutant that reads "everything after the last id". */
export async function startRelayAfterLastId({ database, log }: ServiceNode): Promise<OutboxRelay> {
  const wake = createWake();
  const stop = database.onCommit(wake.wake);
  let open = true;
  let last = 0;
  const publish = async () => {
    const rows = await database.query<Row>('SELECT * FROM outbox WHERE id > ? ORDER BY id', [last]);
    if (rows.length === 0) return wake.wait(100);
    const outgoing = rows.map((row) => ({
      id: row.id,
      record: { topic: row.topic, key: row.event_key, eventId: row.event_id, value: row.value },
    }));
    await log.append(outgoing.map((row) => row.record)).catch(() => undefined);
    await database.transaction((transaction) => markPublished(transaction, outgoing, 1));
    last = outgoing.at(-1)?.id ?? last;
  };
  const running = (async () => {
    // A failure without a pause would be a chain of microtasks that lets nothing else of the process run, its end included.
    while (open) await publish().catch(() => wake.wait(100));
  })();
  const close = async () => {
    open = false;
    wake.wake();
    await running;
    stop();
  };
  const drain = async () => {
    while (open && (await waitsUpTo(database, Number.MAX_SAFE_INTEGER)))
      await new Promise((next) => setImmediate(next));
  };
  return { pending: () => countWaiting(database), drain, close, [Symbol.asyncDispose]: close };
}

/** A mutant that counts what has left as well. */
export const countingAll = ({ database }: ServiceNode): OutboxMonitor => ({
  async state() {
    const [row] = await database.query<{ n: number }>('SELECT COUNT(*) AS n FROM outbox');
    return { ...(await readState(database)), waiting: row?.n ?? 0 };
  },
});
