import {
  type DeadLetter,
  listDeadLetters,
  replayDeadLetter,
  showDeadLetter,
} from '@meridian/platform/consumer/dead-letters';
import type { Position } from '@meridian/platform/event-log/event-log';
import { Command, InvalidArgumentError } from 'commander';
import { withEventLog } from '../with-event-log.ts';

/** `meridian dlq list|show|replay`: events that a consumer group gave up. */
export const deadLettersCommand = () =>
  new Command('dlq')
    .description('lists, shows and puts back events that a consumer gave up')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(replayCommand());

const listCommand = () =>
  new Command('list')
    .description('lists what has not been put back')
    .option('--topic <name>', 'only the dead letters of this topic')
    .action(async (options: Readonly<{ topic?: string }>, command: Command) => {
      await withEventLog(command, async (log) => {
        const letters = await listDeadLetters(log, options.topic);
        for (const letter of letters) console.log(lineOf(letter));
        console.log(
          letters.length === 0 ? 'No dead letters.' : `${letters.length} in all. See one: meridian dlq show <place>`,
        );
      });
    });

const showCommand = () =>
  new Command('show')
    .description('shows one, with its cause and the whole event')
    .argument('<place>', 'topic/partition@offset, as the list has it', toPosition)
    .action(async (position: Position, _: unknown, command: Command) => {
      await withEventLog(command, async (log) => {
        const letter = await showDeadLetter(log, position);
        if (letter === undefined) throw new Error(`There is no dead letter at ${placeOf(position)}.`);
        console.log(JSON.stringify({ ...letter, value: JSON.parse(letter.value) as unknown }, null, 2));
      });
    });

const replayCommand = () =>
  new Command('replay')
    .description('puts one back to the end of its topic, once its cause is gone')
    .argument('<place>', 'topic/partition@offset, as the list has it', toPosition)
    .action(async (position: Position, _: unknown, command: Command) => {
      await withEventLog(command, async (log) => {
        const back = await replayDeadLetter(log, position);
        if (back === undefined) throw new Error(`There is no dead letter at ${placeOf(position)}.`);
        console.log(`Put back to ${placeOf(back)}.`);
      });
    });

const placeOf = ({ topic, partition, offset }: Position) => `${topic}/${partition}@${offset}`;

const lineOf = (letter: DeadLetter) =>
  `${placeOf(letter.position).padEnd(32)}${new Date(letter.failedAt).toISOString()}  ${letter.group.padEnd(20)}${letter.cause}`;

/** @throws InvalidArgumentError when the text is not a place */
function toPosition(text: string): Position {
  const match = /^(?<topic>[a-z.]+)\/(?<partition>\d+)@(?<offset>\d+)$/.exec(text);
  if (match?.groups === undefined) throw new InvalidArgumentError('A place looks like bookings.dlq/0@17.');
  const { topic = '', partition, offset } = match.groups;
  return { topic, partition: Number(partition), offset: Number(offset) };
}
