import { toGenerator } from '@meridian/platform/streams/generator';
import type { LiveHub } from '../ports/live-hub.ts';

/** An item with its place in a stream. */
export type Placed = Readonly<{ position: number }>;

/** Reads items behind a position, in order, at most `limit`. Skipped items may be missing; `through` is how far it has looked. */
export type ReadStream<Item extends Placed> = (
  after: number,
  limit: number,
) => Promise<Readonly<{ items: readonly Item[]; through: number }>>;

/** The reader was too slow. What it has not read is in SQL: it comes back with its last cursor. */
export class SlowSubscriberError extends Error {
  override readonly name = 'SlowSubscriberError';
}

const itemsPerRead = 100;

/** Which stream, from where on, and how slow its reader may be. */
export type FollowOptions = Readonly<{
  stream: string;
  /** The first item is the one behind it. */
  after: number;
  /** How often the stream may move on while its reader does not ask for the next item. */
  patience: number;
}>;

/**
 * Follows a stream from a position: first what is there, then what comes. Items are always read from SQL behind the last
 * position, and the hub only says when to look again; so there is no seam between replay and live, nothing is missed and nothing
 * comes twice. Memory is one page per reader. A reader that lets the stream move on too often without asking is dropped.
 */
export function followStream<Item extends Placed>(
  deps: Readonly<{ hub: LiveHub; read: ReadStream<Item> }>,
  options: FollowOptions,
): AsyncGenerator<Item, void, void> {
  const gate = createGate(deps.hub, options);
  let position = options.after;
  let page: readonly Item[] = [];
  let taken = 0;

  const next = async (): Promise<IteratorResult<Item, void>> => {
    for (;;) {
      if (!gate.isOpen()) return { done: true, value: undefined };
      const item = page[taken];
      if (item !== undefined) {
        taken += 1;
        return { done: false, value: item };
      }
      await gate.pass();
      if (!gate.isOpen()) return { done: true, value: undefined };
      const answer = await deps.read(position, itemsPerRead);
      position = answer.through;
      page = answer.items;
      taken = 0;
      // More may be there than one page holds: look again before waiting for the next wake.
      if (answer.items.length > 0) gate.leaveOpen();
    }
  };
  return toGenerator({ next: serially(next), leave: gate.close });
}

/** Waits for wakes, and counts those that nobody waited for. */
function createGate(hub: LiveHub, { stream, patience }: FollowOptions) {
  let open = true;
  let isDue = true;
  let unheard = 0;
  let isTooSlow = false;
  let release: (() => void) | undefined;
  const stop = hub.listen(stream, () => {
    isDue = true;
    unheard = release ? 0 : unheard + 1;
    release?.();
    if (unheard <= patience) return;
    isTooSlow = true;
    stop();
  });
  return {
    isOpen: () => open,
    leaveOpen: () => {
      isDue = true;
    },
    async pass() {
      if (isTooSlow)
        throw new SlowSubscriberError('This subscription was read too slowly. Resume from your last cursor.');
      unheard = 0;
      if (!isDue && open)
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      release = undefined;
      isDue = false;
    },
    close() {
      open = false;
      stop();
      release?.();
    },
  };
}

/** One `next` at a time: a caller may ask for several items at once. */
function serially<Answer>(work: () => Promise<Answer>): () => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const answer = last.then(work);
    last = answer.catch(() => undefined);
    return answer;
  };
}
