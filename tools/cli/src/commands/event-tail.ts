import type { EventLog, LogRecord } from '@meridian/platform/event-log/event-log';
import { placeOf } from '@meridian/platform/event-log/place';
import { Command } from 'commander';
import { withEventLog } from '../data-files.ts';
import { eventIn } from '../read-event.ts';
import { NothingThere, type Terminal } from '../terminal.ts';

type TailOptions = Readonly<{
  topic?: string[];
  type?: string[];
  subject?: string;
  fromStart?: boolean;
  json?: boolean;
}>;

/** `meridian events tail`: prints events as they are appended, until Ctrl-C. */
export const tailCommand = (terminal: Terminal) =>
  new Command('tail')
    .description('prints events as they happen, until Ctrl-C')
    .option('--topic <name...>', 'only these topics')
    .option('--type <name...>', 'only these types, for example booking.confirmed')
    .option('--subject <id>', 'only what happened to this one, for example a booking')
    .option('--from-start', 'begin with the oldest event that is kept')
    .option('--json', 'whole events, one JSON object per line')
    .action(async (options: TailOptions, command: Command) => {
      await withEventLog(command, terminal, (log) => tail(log, options, terminal));
    });

async function tail(log: EventLog, options: TailOptions, terminal: Terminal): Promise<void> {
  const topics = await chosenTopics(log, options.topic);
  const isWanted = wantedBy(options);
  const lineOf = options.json === true ? (record: LogRecord) => record.value : describe;
  await using _reader = await log.follow({
    topics: topics.map((topic) => topic.name),
    from: options.fromStart === true ? beginningOf(topics) : 'latest',
    handle: async (records) => {
      for (const record of records.filter(isWanted)) terminal.out(lineOf(record));
    },
  });
  await ended(terminal.interrupted);
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

async function chosenTopics(log: EventLog, names: readonly string[] | undefined) {
  const topics = await log.topics();
  const unknown = names?.find((name) => !topics.some((topic) => topic.name === name));
  if (unknown !== undefined) {
    throw new NothingThere(`There is no topic ${unknown}. There are: ${topics.map((topic) => topic.name).join(', ')}.`);
  }
  return topics.filter((topic) => names?.includes(topic.name) ?? true);
}

function wantedBy({ type, subject }: TailOptions): (record: LogRecord) => boolean {
  if (type === undefined && subject === undefined) return () => true;
  return (record) => {
    const event = eventIn(record);
    return (type?.includes(event?.type ?? '') ?? true) && (subject === undefined || event?.subject === subject);
  };
}

const beginningOf = (topics: readonly Readonly<{ name: string; partitions: number }>[]): ReadonlyMap<string, number> =>
  new Map(
    topics.flatMap(({ name, partitions }) =>
      Array.from({ length: partitions }, (_, partition) => [`${name}/${partition}`, 0] as const),
    ),
  );

/** One line: when, where, what, to which one. */
function describe(record: LogRecord): string {
  const event = eventIn(record);
  const time = event?.time ?? new Date(record.appendedAt).toISOString();
  const what = event?.type ?? (record.topic.endsWith('.dlq') ? '(dead letter)' : '(no event)');
  return `${time}  ${placeOf(record).padEnd(28)}  ${what.padEnd(26)}  ${event?.subject ?? record.key}  ${record.eventId}`;
}
