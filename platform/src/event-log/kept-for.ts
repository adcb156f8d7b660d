import { isDeadLetterTopic } from '../consumer/letter-entry.ts';
import type { KeptFor } from './retention.ts';

/** How many days events are kept unless told otherwise. Streams' cursors do not depend on it: what they replay comes from SQL. */
export const defaultKeepDays = 30;

/** Someone has to look at what a group gave up before it may go, and that may take a holiday. */
const deadLetterDays = 365;

const dayInMs = 86_400_000;

/**
 * For how long each topic's records are kept: `days`, unless the topic asks for more.
 *
 * @param topics with the days that they ask for at least
 */
export function createKeptFor(
  days: number,
  topics: readonly Readonly<{ name: string; keepDays?: number | undefined }>[],
): KeptFor {
  const asked = new Map(topics.map(({ name, keepDays }) => [name, keepDays ?? 0]));
  return (topic) => Math.max(days, asked.get(topic) ?? 0, isDeadLetterTopic(topic) ? deadLetterDays : 0) * dayInMs;
}
