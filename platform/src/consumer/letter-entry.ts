import { z } from 'zod';
import type { LogRecord } from '../event-log/event-log.ts';

const ending = '.dlq';

/** The topic of the dead letters of `topic`. */
export const deadLetterTopic = (topic: string): string => `${topic}${ending}`;

/** Whether a topic holds dead letters. */
export const isDeadLetterTopic = (topic: string): boolean => topic.endsWith(ending);

const count = z.number().int().min(0);
/** As far as a date goes. */
const latestInstant = 8.64e15;

const letterSchema = z.object({
  kind: z.literal('letter'),
  group: z.string(),
  cause: z.string(),
  attempts: z.int32().optional(),
  failedAt: z.number().min(-latestInstant).max(latestInstant),
  origin: z.object({ topic: z.string(), partition: z.int32().min(0), offset: count }),
  key: z.string(),
  eventId: z.string(),
  value: z.string(),
});
/** Says that the letter at this offset of the same partition was put back. */
const replayedSchema = z.object({ kind: z.literal('replayed'), offset: z.number() });
const entrySchema = z.discriminatedUnion('kind', [letterSchema, replayedSchema]);

/** An event that was given up, as it lies in the log. */
export type Letter = z.infer<typeof letterSchema>;

/** What lies in a topic of dead letters and is none: another tool has written it. `reason` says how it is seen. */
export type ForeignRecord = Readonly<{ kind: 'foreign'; record: LogRecord; reason: string }>;

/** What lies in a topic of dead letters. */
export type LetterEntry = z.infer<typeof entrySchema> | ForeignRecord;

/** What failed, in words for people. The message of data that its schema refuses is a page of JSON. */
export function toSentence(cause: Error): string {
  if (!(cause instanceof z.ZodError)) return `${cause.name}: ${cause.message}`;
  const problems = cause.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  return `It does not fit its schema. ${problems.join('; ')}`;
}

function parseJson(text: string): Readonly<{ value: unknown }> | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Reads what lies in a topic of dead letters; never throws, for whoever may write to a broker may write anything. */
export function readEntry(record: LogRecord): LetterEntry {
  const json = parseJson(record.value);
  if (json === undefined) return { kind: 'foreign', record, reason: 'It is no JSON.' };
  const { data, error } = entrySchema.safeParse(json.value);
  if (error) return { kind: 'foreign', record, reason: toSentence(error) };
  if (data.kind === 'letter' && deadLetterTopic(data.origin.topic) !== record.topic) {
    return { kind: 'foreign', record, reason: `It tells of an event of another topic, ${data.origin.topic}.` };
  }
  return data;
}
