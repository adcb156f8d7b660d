import type { EventLog } from '@meridian/platform/event-log/event-log';
import { type LogPositions, partitionName } from '../domain/log-positions.ts';

const lookAgainInMs = 20;
/** Some ten seconds. A consumer that is further behind than this has a fault; who waits for it should hear so. */
const mostLooks = 500;

/** What a reader waits for: that everything between two positions is stored, unless he has left meanwhile. */
export type WantedSpan = Readonly<{ from: LogPositions; to: LogPositions; isEnded: () => boolean }>;

/** Waits until the raw events hold all of a span. Answers false when that takes too long, or the reader has left. */
export type WaitUntilStored = (span: WantedSpan) => Promise<boolean>;

type Deps = Readonly<{ log: Pick<EventLog, 'lag'>; group: string; pause: (durationInMs: number) => Promise<unknown> }>;

async function readStored({ log, group }: Deps): Promise<LogPositions> {
  const lag = await log.lag(group);
  return new Map(lag.map(({ topic, partition, committed }) => [partitionName(topic, partition), committed]));
}

/**
 * Makes the one waiter of a process. However many wait, the log is asked once per look: an answer that was asked for a moment before
 * somebody came may say too little, and never too much.
 */
export function createWaitUntilStored(deps: Deps): WaitUntilStored {
  let reading: Promise<LogPositions> | undefined;
  let nextLook: Promise<LogPositions> | undefined;
  const look = () => {
    reading ??= readStored(deps).finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const lookLater = () => {
    nextLook ??= deps.pause(lookAgainInMs).then(() => {
      nextLook = undefined;
      return look();
    });
    return nextLook;
  };
  return async ({ from, to, isEnded }) => {
    const wanted = [...to].filter(([name, offset]) => offset > (from.get(name) ?? 0));
    if (wanted.length === 0) return true;
    let stored = await look();
    for (let looks = 1; !wanted.every(([name, offset]) => (stored.get(name) ?? 0) >= offset); looks += 1) {
      if (looks === mostLooks || isEnded()) return false;
      stored = await lookLater();
    }
    return true;
  };
}
