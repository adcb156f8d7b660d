import { Command } from 'commander';
import { withEventLog } from '../with-event-log.ts';

/** `meridian consumers`: how far each consumer group is behind. */
export const consumersCommand = () =>
  new Command('consumers')
    .description('shows the lag of each consumer group')
    .option('--json', 'one JSON object per partition and line')
    .action(async (options: Readonly<{ json?: boolean }>, command: Command) => {
      await withEventLog(command, async (log) => {
        for (const row of await log.lag()) console.log(options.json === true ? JSON.stringify(row) : lineOf(row));
      });
    });

const lineOf = (
  row: Readonly<{ group: string; topic: string; partition: number; committed: number; end: number; lag: number }>,
) =>
  `${row.group.padEnd(28)}${`${row.topic}/${row.partition}`.padEnd(24)}committed ${row.committed} of ${row.end}, lag ${row.lag}`;
