import { useApolloClient } from '@apollo/client/react';
import { useLiveSocket } from '@meridian/ui/live/live-context.tsx';
import { useEffect, useRef, useState } from 'react';
import type { EventEntryFragment } from '../../generated/features/events/events.ts';
import type { EventsSearch } from './events-search.ts';
import { followEvents } from './follow-events.ts';

/** The most events that the page keeps; older ones are let go. */
const mostKept = 500;

/** The events that have come, whether any are known to be missing, and why no more will come. */
export type LiveEvents = Readonly<{
  events: readonly EventEntryFragment[];
  hasGap: boolean;
  waiting: number;
  failure?: unknown;
}>;

const none: LiveEvents = { events: [], hasGap: false, waiting: 0 };

/**
 * Follows the log of events. While it is paused, what comes is kept aside and counted; going on shows it. Nothing is lost by a pause,
 * unless more comes than is kept.
 */
export function useLiveEvents({ topics, type, subject }: EventsSearch, isPaused: boolean) {
  const graph = useApolloClient();
  const { client } = useLiveSocket();
  const [shown, setShown] = useState<LiveEvents>(none);
  const [attempt, setAttempt] = useState(0);
  const all = useRef<readonly EventEntryFragment[]>([]);
  const paused = useRef(isPaused);
  paused.current = isPaused;
  const filter = JSON.stringify({ topics: topics.length > 0 ? topics : undefined, types: type && [type], subject });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    all.current = [];
    setShown(none);
    return followEvents(
      { graph, client },
      {
        filter: JSON.parse(filter),
        onEvent(event) {
          all.current = [event, ...all.current].slice(0, mostKept);
          setShown((present) =>
            paused.current ? { ...present, waiting: present.waiting + 1 } : { ...present, events: all.current },
          );
        },
        onGap: () => setShown((present) => ({ ...present, hasGap: true })),
        onEnd: (failure) => setShown((present) => ({ ...present, failure })),
      },
    );
  }, [graph, client, filter, attempt]);
  useEffect(() => {
    if (!isPaused) setShown((present) => ({ ...present, events: all.current, waiting: 0 }));
  }, [isPaused]);
  return { ...shown, retry: () => setAttempt((present) => present + 1) };
}
