import type { Position } from './event-log.ts';

/** Where a record lies, as people and commands write it: `bookings/2@17`. */
export const placeOf = ({ topic, partition, offset }: Position): string => `${topic}/${partition}@${offset}`;

/** Reads such a place. `undefined` when the text is none. */
export function readPlace(text: string): Position | undefined {
  const match = /^(?<topic>[a-z][a-z.-]*)\/(?<partition>\d{1,4})@(?<offset>\d{1,10})$/.exec(text);
  if (match?.groups === undefined) return undefined;
  const { topic = '', partition, offset } = match.groups;
  return { topic, partition: Number(partition), offset: Number(offset) };
}
