import { placeOf } from '@meridian/platform/event-log/place';
import type { DeadLetterResolvers } from '../generated/resolvers-types.ts';

/** What a letter holds was given up by somebody, perhaps because it is no event. */
function eventIn(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function typeIn(value: string): string | null {
  const event = eventIn(value);
  return typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string'
    ? event.type
    : null;
}

export const DeadLetter: DeadLetterResolvers = {
  id: ({ position }) => placeOf(position),
  topic: ({ origin }) => origin.topic,
  partition: ({ origin }) => origin.partition,
  offset: ({ origin }) => origin.offset,
  group: ({ group }) => group ?? null,
  eventType: ({ value }) => typeIn(value),
  awaitsReplay: ({ isOpen }) => isOpen,
  event: ({ value }) => eventIn(value),
};
