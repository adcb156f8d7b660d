import type { EventEntryFragment, LiveEventFilter } from '../../generated/features/events/events.ts';

/** The most events that the page keeps; older ones are let go. */
const mostKept = 500;

/** Whether an event is one of those that are asked for, as the graph decides it. */
export const fits = ({ topics, types, subject }: LiveEventFilter, event: EventEntryFragment): boolean =>
  (!topics || topics.includes(event.topic)) &&
  (!types || types.includes(event.type)) &&
  (!subject || subject === event.subject);

/** Puts an event among those that are kept, the newest first. One that is there already changes nothing. */
export function withEvent(
  kept: readonly EventEntryFragment[],
  event: EventEntryFragment,
): readonly EventEntryFragment[] {
  if (kept.some(({ id }) => id === event.id)) return kept;
  const older = kept.findIndex(({ time }) => time <= event.time);
  return kept.toSpliced(older === -1 ? kept.length : older, 0, event).slice(0, mostKept);
}
