import type { LogRecord } from '@meridian/platform/event-log/event-log';
import { z } from 'zod';
import { countEvent } from '../domain/contributions.ts';
import type { PlacedContribution } from '../domain/rollup.ts';
import type { EventReader, Meaning } from '../ports/event-reader.ts';
import type { ParkedRecord, RawEvent } from '../ports/raw-events.ts';

/** A record that was understood: what is kept of it, and what it adds. */
export type Understood = Readonly<{ raw: RawEvent; meaning: Meaning; contributions: readonly PlacedContribution[] }>;

/** What became of a batch before anything is written. */
export type Reading = Readonly<{
  understood: readonly Understood[];
  parked: readonly ParkedRecord[];
  /** Trying again cannot help these. */
  refused: readonly Readonly<{ record: LogRecord; cause: Error }>[];
}>;

const envelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  type: z.string().min(1),
  time: z.iso.datetime(),
  subject: z.string(),
  dataschema: z.string().min(1),
});
type Envelope = z.infer<typeof envelope> & Readonly<{ data?: unknown }>;

const toRaw = (record: LogRecord, event: Envelope): RawEvent => ({
  eventId: event.id,
  topic: record.topic,
  partition: record.partition,
  offset: record.offset,
  type: event.type,
  subject: event.subject,
  appendedAt: record.appendedAt,
  value: record.value,
});

function understand(record: LogRecord, event: Envelope, reader: EventReader): Understood {
  const meaning = reader.meaningOf({ dataschema: event.dataschema, data: event.data, time: event.time });
  const all = [countEvent(event.type, event.time), ...(meaning.contributions ?? [])];
  const contributions = all.map((contribution) => ({ ...contribution, offset: record.offset }));
  return { raw: toRaw(record, event), meaning, contributions };
}

const park = ({ topic, key, value }: LogRecord, { id, dataschema }: Envelope): ParkedRecord => ({
  eventId: id,
  topic,
  key,
  dataschema,
  value,
});

/**
 * Reads a batch. Everything that can fail for good fails here, before the first write: what is written afterwards is written
 * whole, sooner or later.
 */
export function readRecords(records: readonly LogRecord[], reader: EventReader): Reading {
  const understood: Understood[] = [];
  const parked: ParkedRecord[] = [];
  const refused: { record: LogRecord; cause: Error }[] = [];
  for (const record of records) {
    try {
      const event = envelope.parse(JSON.parse(record.value)) as Envelope;
      if (reader.isUnreadable(event.dataschema)) parked.push(park(record, event));
      else understood.push(understand(record, event, reader));
    } catch (error) {
      refused.push({ record, cause: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  return { understood, parked, refused };
}
