import { createDeadLetterBook } from '@meridian/platform/consumer/dead-letter-book';
import {
  type DeadLetter,
  listDeadLetters,
  readDeadLetters,
  replayDeadLetter,
  showDeadLetter,
} from '@meridian/platform/consumer/dead-letters';
import type { EventLog, Position } from '@meridian/platform/event-log/event-log';
import { placeOf } from '@meridian/platform/event-log/place';
import { Command } from 'commander';
import { withEventLog } from '../data-files.ts';
import { toLetterPlace } from '../place.ts';
import { counted, oneLine, table } from '../table.ts';
import { NothingThere, type Terminal } from '../terminal.ts';

const placeHelp = 'topic.dlq/partition@offset, as the list has it';

/** `meridian dlq list|show|replay`: events that a consumer group gave up. */
export const deadLettersCommand = (terminal: Terminal) =>
  new Command('dlq')
    .description('lists, shows and puts back events that a consumer gave up')
    .addCommand(listCommand(terminal))
    .addCommand(showCommand(terminal))
    .addCommand(replayCommand(terminal));

type ListOptions = Readonly<{ topic?: string; json?: boolean }>;

const listCommand = (terminal: Terminal) =>
  new Command('list')
    .description('lists what has not been put back')
    .option('--topic <name>', 'only the dead letters of this topic')
    .option('--json', 'one JSON object per letter and line')
    .action(async ({ topic, json }: ListOptions, command: Command) => {
      await withEventLog(command, terminal, async (log) => {
        if (json === true) {
          for await (const letter of readDeadLetters(log, withoutEnding(topic))) {
            terminal.out(JSON.stringify(toJson(letter)));
          }
          return;
        }
        const letters = await listDeadLetters(log, { topic: withoutEnding(topic), limit: mostInTable + 1 });
        for (const line of toText(letters)) terminal.out(line);
      });
    });

const showCommand = (terminal: Terminal) =>
  new Command('show')
    .description('shows one, with its cause and the whole event')
    .argument('<place>', placeHelp, toLetterPlace)
    .action(async (position: Position, _: unknown, command: Command) => {
      const letter = await withEventLog(command, terminal, (log) => find(log, position));
      terminal.out(JSON.stringify(toJson(letter), null, 2));
    });

type ReplayOptions = Readonly<{ all?: boolean; topic?: string }>;

const replayCommand = (terminal: Terminal) =>
  new Command('replay')
    .description('puts one, or all, back to the end of its topic, once its cause is gone')
    .argument('[place]', placeHelp, toLetterPlace)
    .option('--all', 'all that the list has')
    .option('--topic <name>', 'with --all: only the dead letters of this topic')
    .action(async (place: Position | undefined, { all, topic }: ReplayOptions, command: Command) => {
      if ((place === undefined) === (all !== true)) command.error('error: name one place, or say --all');
      await withEventLog(command, terminal, async (log) => {
        if (place === undefined) await putAllBack(log, withoutEnding(topic), terminal);
        else terminal.out(await putOneBack(log, place));
      });
    });

/** `bookings` and `bookings.dlq` mean the same here. */
const withoutEnding = (topic: string | undefined): string | undefined => topic?.replace(/\.dlq$/, '');

/** The places are read first: what is put back leaves a note at the end of the very topic that is read. */
async function putAllBack(log: EventLog, topic: string | undefined, terminal: Terminal): Promise<void> {
  const open: Pick<DeadLetter, 'position' | 'origin'>[] = [];
  for await (const { position, origin, group } of readDeadLetters(log, topic)) {
    if (group !== undefined) open.push({ position, origin });
  }
  for (const letter of open) terminal.out(await putBack(log, letter));
  if (open.length === 0) terminal.out('No dead letters.');
}

async function putBack(log: EventLog, { position, origin }: Pick<DeadLetter, 'position' | 'origin'>): Promise<string> {
  const back = await replayDeadLetter(log, position);
  return putBackText(position, back ?? origin);
}

/** Putting back twice is harmless, because consumers know an event by its id; but who does it has not seen that it was done. */
async function putOneBack(log: EventLog, place: Position): Promise<string> {
  const replay = await createDeadLetterBook(log).replay(place);
  if (replay.ok) return putBackText(place, replay.position);
  throw new NothingThere(
    replay.reason === 'NO_LETTER'
      ? `There is no dead letter at ${placeOf(place)}.`
      : `${placeOf(place)} was put back before.`,
  );
}

const putBackText = (position: Position, back: Position): string =>
  `${placeOf(position)} lies at ${placeOf(back)} again; every consumer that has not applied it will.`;

async function find(log: EventLog, position: Position): Promise<DeadLetter> {
  const isTopic = (await log.topics()).some(
    ({ name, partitions }) => name === position.topic && position.partition < partitions,
  );
  const letter = isTopic ? await showDeadLetter(log, position) : undefined;
  if (letter === undefined) throw new NothingThere(`There is no dead letter at ${placeOf(position)}.`);
  return letter;
}

/** The event as an object where it is one: a letter may hold what was never an event. */
function eventOf({ value }: DeadLetter): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

const toJson = (letter: DeadLetter) => ({
  place: placeOf(letter.position),
  group: letter.group ?? null,
  cause: letter.cause,
  failedAt: new Date(letter.failedAt).toISOString(),
  origin: placeOf(letter.origin),
  key: letter.key,
  eventId: letter.eventId,
  event: eventOf(letter),
});

/** A table of more is not read; `--json` has all of them. */
const mostInTable = 1_000;

function toText(letters: readonly DeadLetter[]): string[] {
  const [first] = letters;
  if (first === undefined) return ['No dead letters.'];
  const shown = letters.slice(0, mostInTable);
  const rows = shown.map(({ position, failedAt, group, eventId, cause }) => [
    placeOf(position),
    new Date(failedAt).toISOString(),
    group ?? '(nobody)',
    eventId,
    oneLine(cause),
  ]);
  return [
    ...table(['place', 'given up', 'group', 'event', 'cause'], rows),
    shown.length < letters.length
      ? `The first ${counted(shown.length, 'dead letter')} of more; all of them: dlq list --json`
      : `${counted(shown.length, 'dead letter')}. See one: dlq show ${placeOf(first.position)}`,
  ];
}
