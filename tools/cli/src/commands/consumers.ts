import { readDeadLetters } from '@meridian/platform/consumer/dead-letters';
import type { EventLog, GroupLag } from '@meridian/platform/event-log/event-log';
import { Command } from 'commander';
import { withEventLog } from '../data-files.ts';
import { table } from '../table.ts';
import { NothingThere, type Terminal } from '../terminal.ts';

type Options = Readonly<{ group?: string; json?: boolean }>;

/** `meridian consumers`: how far each consumer group is behind. */
export const consumersCommand = (terminal: Terminal) =>
  new Command('consumers')
    .description('shows how far each consumer group is behind, and what it gave up')
    .option('--group <name>', 'the partitions of one group')
    .option('--json', 'one JSON object per group and line, or per partition with --group')
    .action(async (options: Options, command: Command) => {
      await withEventLog(command, terminal, async (log) => {
        const { group } = options;
        if (group === undefined) await showGroups(log, options, terminal);
        else await showPartitions(await partitionsOf(log, group), options, terminal);
      });
    });

type Summary = Readonly<{ group: string; topics: number; partitions: number; lag: number; deadLetters: number }>;

async function showGroups(log: EventLog, { json }: Options, terminal: Terminal): Promise<void> {
  const summaries = await summariesOf(log);
  if (json === true) {
    for (const summary of summaries) terminal.out(JSON.stringify(summary));
    return;
  }
  if (summaries.length === 0) {
    terminal.out('No consumer groups yet.');
    return;
  }
  const rows = summaries.map((row) => [row.group, row.topics, row.partitions, row.lag, row.deadLetters].map(String));
  for (const line of table(['group', 'topics', 'partitions', 'behind', 'dead letters'], rows)) terminal.out(line);
}

async function summariesOf(log: EventLog): Promise<Summary[]> {
  const lags = await log.lag();
  const letters = new Map<string, number>();
  for await (const { group } of readDeadLetters(log)) {
    if (group !== undefined) letters.set(group, (letters.get(group) ?? 0) + 1);
  }
  return namesOf(lags).map((group) => {
    const rows = lags.filter((row) => row.group === group);
    return {
      group,
      topics: new Set(rows.map(({ topic }) => topic)).size,
      partitions: rows.length,
      lag: rows.reduce((sum, { lag }) => sum + lag, 0),
      deadLetters: letters.get(group) ?? 0,
    };
  });
}

const namesOf = (lags: readonly GroupLag[]): string[] => [...new Set(lags.map(({ group }) => group))].sort();

async function partitionsOf(log: EventLog, group: string): Promise<GroupLag[]> {
  const rows = await log.lag(group);
  if (rows.length > 0) return rows;
  const groups = namesOf(await log.lag()).join(', ');
  throw new NothingThere(`There is no consumer group ${group}. There are: ${groups || 'none'}.`);
}

async function showPartitions(rows: readonly GroupLag[], { json }: Options, terminal: Terminal): Promise<void> {
  const cells = rows.map((row) => [
    `${row.topic}/${row.partition}`,
    String(row.committed),
    String(row.end),
    String(row.lag),
  ]);
  const lines =
    json === true ? rows.map((row) => JSON.stringify(row)) : table(['partition', 'committed', 'end', 'behind'], cells);
  for (const line of lines) terminal.out(line);
}
