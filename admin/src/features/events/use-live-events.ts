import { useApolloClient } from '@apollo/client/react';
import { useLiveSocket } from '@meridian/ui/live/live-context.tsx';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EventEntryFragment, LiveEventFilter } from '../../generated/features/events/events.ts';
import type { EventsSearch } from './events-search.ts';
import { followEvents } from './follow-events.ts';
import { fits, withEvent } from './kept-events.ts';

/** The events that have come, whether any are known to be missing, and why no more will come. */
export type LiveEvents = Readonly<{
  events: readonly EventEntryFragment[];
  hasGap: boolean;
  waiting: number;
  failure?: unknown;
}>;

const none: LiveEvents = { events: [], hasGap: false, waiting: 0 };

/** What is asked for, as the graph takes it. */
const filterOf = ({ topics, type, subject }: EventsSearch): LiveEventFilter => ({
  ...(topics.length > 0 && { topics }),
  ...(type && { types: [type] }),
  ...(subject && { subject }),
});

/**
 * Follows the log of events. While it is paused, what comes is kept aside and counted; going on shows it. Nothing is lost by a pause,
 * unless more comes than is kept. Another filter is held against what is there at once, and then brings what fits of all that has
 * happened since the page was opened.
 */
export function useLiveEvents(search: EventsSearch, isPaused: boolean) {
  const graph = useApolloClient();
  const { client } = useLiveSocket();
  const [shown, setShown] = useState<LiveEvents>(none);
  const [attempt, setAttempt] = useState(0);
  const all = useRef<readonly EventEntryFragment[]>([]);
  const start = useRef<string>(undefined);
  const key = JSON.stringify(filterOf(search));
  const show = useEffectEvent((fitting: readonly EventEntryFragment[]) =>
    setShown((present) => (isPaused ? { ...present, waiting: present.waiting + 1 } : { ...present, events: fitting })),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt follows anew
  useEffect(() => {
    const filter = JSON.parse(key) as LiveEventFilter;
    const fitting = () => all.current.filter((event) => fits(filter, event));
    setShown({ ...none, events: fitting() });
    return followEvents(
      { graph, client },
      {
        filter,
        after: start.current,
        onBegin: (after) => {
          start.current = after;
        },
        onEvent(event) {
          const before = all.current;
          all.current = withEvent(before, event);
          if (all.current !== before) show(fitting());
        },
        onGap: () => setShown((present) => ({ ...present, hasGap: true })),
        onEnd: (failure) => setShown((present) => ({ ...present, failure })),
      },
    );
  }, [graph, client, key, attempt]);
  useEffect(() => {
    if (isPaused) return;
    const filter = JSON.parse(key) as LiveEventFilter;
    setShown((present) => ({ ...present, events: all.current.filter((event) => fits(filter, event)), waiting: 0 }));
  }, [isPaused, key]);
  return { ...shown, retry: () => setAttempt((present) => present + 1) };
}
