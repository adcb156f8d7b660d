import { type DeadLetter, readDeadLetters } from '@meridian/platform/consumer/dead-letters';
import type { EventLog, GroupLag, LogRecord, Position } from '@meridian/platform/event-log/event-log';
import { placeOf, readPlace } from '@meridian/platform/event-log/place';
import { Command } from 'commander';
import { withEventLog } from '../data-files.ts';
import { allRecords, eventIn } from '../read-event.ts';
import { oneLine } from '../table.ts';
import { NothingThere, type Terminal } from '../terminal.ts';

/** A record with what the rest of the log knows of it. */
type Story = Readonly<{
  record: LogRecord;
  /** Where the same event lies again, after a replay. */
  again: readonly Position[];
  /** Events that name it as their cause. */
  ledTo: readonly LogRecord[];
  groups: readonly GroupLag[];
  letters: readonly DeadLetter[];
}>;

/** `meridian events show`: one event, with its cause, its effects and who has applied it. */
export const showCommand = (terminal: Terminal) =>
  new Command('show')
    .description('shows one event: what caused it, what it led to, and which consumers have applied it')
    .argument('<event>', "the event's id, or its place: topic/partition@offset")
    .option('--json', 'one JSON object')
    .action(async (wanted: string, options: Readonly<{ json?: boolean }>, command: Command) => {
      const story = await withEventLog(command, terminal, (log) => readStory(log, wanted));
      terminal.out(options.json === true ? JSON.stringify(toJson(story)) : toText(story).join('\n'));
    });

async function readStory(log: EventLog, wanted: string): Promise<Story> {
  const place = readPlace(wanted);
  const id = place === undefined ? wanted : (await recordAt(log, place)).eventId;
  const found: LogRecord[] = [];
  const ledTo: LogRecord[] = [];
  for await (const record of allRecords(log)) {
    if (record.eventId === id) found.push(record);
    // Most records are not parsed: their text does not hold the id.
    else if (record.value.includes(id) && eventIn(record)?.causationid === id) ledTo.push(record);
  }
  const [record, ...again] = found;
  if (record === undefined) throw new NothingThere(`There is no event ${wanted} in the log.`);
  const isHere = (row: GroupLag) => row.topic === record.topic && row.partition === record.partition;
  return {
    record,
    again,
    ledTo,
    groups: (await log.lag()).filter(isHere),
    letters: await lettersOf(log, record),
  };
}

async function lettersOf(log: EventLog, { topic, eventId }: LogRecord): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for await (const letter of readDeadLetters(log, topic)) if (letter.eventId === eventId) letters.push(letter);
  return letters;
}

async function recordAt(log: EventLog, place: Position): Promise<LogRecord> {
  const isPlace = (await log.topics()).some(
    ({ name, partitions }) => name === place.topic && place.partition < partitions,
  );
  const [record] = isPlace ? await log.read(place, 1) : [];
  if (record?.offset === place.offset) return record;
  if (record === undefined) throw new NothingThere(`There is nothing at ${placeOf(place)}.`);
  throw new NothingThere(`${placeOf(place)} is no longer kept. The oldest record there is ${placeOf(record)}.`);
}

type Standing = Readonly<{ group: string; state: 'applied' | 'waiting' | 'gave up'; detail: string }>;

function standingOf({ record, letters }: Story, row: GroupLag): Standing {
  const letter = letters.find(({ group }) => group === row.group);
  if (letter) {
    const detail = `${oneLine(letter.cause)}; see dlq show ${placeOf(letter.position)}`;
    return { group: row.group, state: 'gave up', detail };
  }
  const ahead = record.offset - row.committed;
  if (ahead < 0) return { group: row.group, state: 'applied', detail: '' };
  return { group: row.group, state: 'waiting', detail: `${ahead} before it` };
}

const toJson = (story: Story) => ({
  place: placeOf(story.record),
  appendedAt: new Date(story.record.appendedAt).toISOString(),
  event: eventIn(story.record) ?? story.record.value,
  again: story.again.map(placeOf),
  ledTo: story.ledTo.map((record) => ({ place: placeOf(record), id: record.eventId, type: eventIn(record)?.type })),
  consumers: story.groups.map((row) => standingOf(story, row)),
});

const fact = (name: string, value: string): string => `  ${name.padEnd(11)}${value}`;

function toText(story: Story): string[] {
  const { record, again, ledTo, groups } = story;
  const event = eventIn(record);
  const standings = groups.map((row) => standingOf(story, row));
  return [
    `${event?.dataschema ?? '(no event)'}  ${event?.subject ?? record.key}`,
    fact('id', record.eventId),
    fact('place', [record, ...again].map(placeOf).join(', again ')),
    fact('happened', event?.time ?? 'unknown'),
    fact('appended', new Date(record.appendedAt).toISOString()),
    fact('from', event?.source ?? 'unknown'),
    fact('caused by', event?.causationid ?? 'no other event'),
    ...(ledTo.length === 0
      ? [fact('led to', 'nothing so far')]
      : ledTo.map((effect) => fact('led to', `${effect.eventId}  ${eventIn(effect)?.type}  ${placeOf(effect)}`))),
    ...standings.map(({ group, state, detail }) => fact(state, detail === '' ? group : `${group}: ${detail}`)),
    JSON.stringify(event?.data ?? record.value, null, 2),
  ];
}
