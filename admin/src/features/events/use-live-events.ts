import { useLiveSocket } from '@meridian/ui/live/live-context.tsx';
import { followStream } from '@meridian/ui/live/resumable-stream';
import { useEffect, useRef, useState } from 'react';
import { type EventEntryFragment, LiveEventsDocument } from '../../generated/features/events/events.ts';
import type { EventsSearch } from './events-search.ts';

/** The most events that the page keeps; older ones are let go. */
const mostKept = 500;

/** The events that have come, and whether any are known to be missing. */
export type LiveEvents = Readonly<{ events: readonly EventEntryFragment[]; hasGap: boolean; waiting: number }>;

const none: LiveEvents = { events: [], hasGap: false, waiting: 0 };

/**
 * Follows the log of events. While it is paused, what comes is kept aside and counted; going on shows it. Nothing is lost by a pause,
 * unless more comes than is kept.
 */
export function useLiveEvents({ topics, subject }: EventsSearch, isPaused: boolean): LiveEvents {
  const { client } = useLiveSocket();
  const [shown, setShown] = useState<LiveEvents>(none);
  const all = useRef<readonly EventEntryFragment[]>([]);
  const paused = useRef(isPaused);
  paused.current = isPaused;
  const filter = JSON.stringify({ topics: topics.length > 0 ? topics : undefined, subject });
  useEffect(() => {
    all.current = [];
    setShown(none);
    return followStream(client, {
      document: LiveEventsDocument,
      variables: { filter: JSON.parse(filter) },
      cursorOf: ({ liveEvents: message }) => (message?.__typename === 'LiveEvent' ? message.cursor : undefined),
      onMessage: ({ liveEvents: message }) => {
        if (message?.__typename === 'StreamGap') setShown((present) => ({ ...present, hasGap: true }));
        if (message?.__typename !== 'LiveEvent') return;
        all.current = [message, ...all.current].slice(0, mostKept);
        setShown((present) =>
          paused.current ? { ...present, waiting: present.waiting + 1 } : { ...present, events: all.current },
        );
      },
    });
  }, [client, filter]);
  useEffect(() => {
    if (!isPaused) setShown((present) => ({ ...present, events: all.current, waiting: 0 }));
  }, [isPaused]);
  return shown;
}
