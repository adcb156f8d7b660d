import { once } from 'node:events';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { EventLog, LogRecord } from '@meridian/platform/event-log/event-log';
import { Command } from 'commander';
import { withEventLog } from '../with-event-log.ts';

type TailOptions = Readonly<{ topic?: string[]; fromStart?: boolean; json?: boolean }>;

/** `meridian events tail`: prints events as they are appended, until Ctrl-C. */
export const eventsCommand = () =>
  new Command('events').description('reads the event log').addCommand(
    new Command('tail')
      .description('prints events as they happen')
      .option('--topic <name...>', 'only these topics')
      .option('--from-start', 'begin with the oldest event that is kept')
      .option('--json', 'whole events, one JSON object per line')
      .action(async (options: TailOptions, command: Command) => {
        await withEventLog(command, (log) => tail(log, options));
      }),
  );

async function tail(log: EventLog, options: TailOptions): Promise<void> {
  const topics = await chosenTopics(log, options.topic);
  const print = options.json === true ? printWhole : printLine;
  await using _reader = await log.follow({
    topics: topics.map((topic) => topic.name),
    from: options.fromStart === true ? beginningOf(topics) : 'latest',
    handle: async (records) => records.forEach(print),
  });
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

async function chosenTopics(log: EventLog, names: readonly string[] | undefined) {
  const topics = await log.topics();
  const unknown = names?.find((name) => !topics.some((topic) => topic.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no topic ${unknown}. There are: ${topics.map((topic) => topic.name).join(', ')}.`);
  }
  return topics.filter((topic) => names?.includes(topic.name) ?? true);
}

const beginningOf = (topics: readonly Readonly<{ name: string; partitions: number }>[]): ReadonlyMap<string, number> =>
  new Map(
    topics.flatMap(({ name, partitions }) =>
      Array.from({ length: partitions }, (_, partition) => [`${name}/${partition}`, 0] as const),
    ),
  );

const printWhole = (record: LogRecord) => console.log(record.value);

function printLine(record: LogRecord): void {
  const event = JSON.parse(record.value) as CloudEvent;
  console.log(
    `${event.time}  ${`${record.topic}/${record.partition}@${record.offset}`.padEnd(28)}${event.type.padEnd(26)}${event.subject}`,
  );
}
