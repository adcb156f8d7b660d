import { createSqlOutboxMonitor } from '@meridian/platform/outbox/sql-outbox';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import { Command } from 'commander';
import { withEachService } from '../data-files.ts';
import { age, table } from '../table.ts';
import { NothingThere, type Terminal } from '../terminal.ts';

/** What stands in one service's database between a commit and everybody's knowing. `parked` waits for a newer release. */
type Standing = Readonly<{
  service: string;
  waiting: number;
  oldestAddedAt: number | null;
  parked: readonly Readonly<{ group: string; dataschema: string; events: number }>[];
}>;

/** `meridian outbox`: events that were committed and not published yet, and events that wait for a release that knows them. */
export const outboxCommand = (terminal: Terminal) =>
  new Command('outbox')
    .description('shows which events wait to be published, and which are parked for a newer release')
    .option('--json', 'one JSON object per service and line')
    .action(async (options: Readonly<{ json?: boolean }>, command: Command) => {
      const standings: Standing[] = [];
      await withEachService(command, async (service, database) => {
        standings.push(...(await standingOf(service, database)));
      });
      if (standings.length === 0) {
        throw new NothingThere(
          'There is no service in the folder. Start Meridian once, or name its folder with --data.',
        );
      }
      for (const line of options.json === true
        ? standings.map((row) => JSON.stringify(row))
        : toText(standings, terminal))
        terminal.out(line);
    });

async function standingOf(service: string, database: SqlDatabase): Promise<Standing[]> {
  const tables = await database.query("SELECT name FROM sqlite_master WHERE name = 'outbox'");
  // A service that was killed before its first migration.
  if (tables.length === 0) return [];
  const { waiting, oldestWaitingAt } = await createSqlOutboxMonitor({ database }).state();
  const parked = await database.query<{ consumer_group: string; dataschema: string; events: number }>(
    `SELECT consumer_group, dataschema, COUNT(*) AS events FROM parked_events
     GROUP BY consumer_group, dataschema ORDER BY consumer_group, dataschema`,
  );
  return [
    {
      service,
      waiting,
      oldestAddedAt: oldestWaitingAt ?? null,
      parked: parked.map(({ consumer_group: group, dataschema, events }) => ({ group, dataschema, events })),
    },
  ];
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function toText(standings: readonly Standing[], { clock }: Terminal): string[] {
  const rows = standings.map(({ service, waiting, oldestAddedAt, parked }) => [
    service,
    String(waiting),
    oldestAddedAt === null ? '' : age(oldestAddedAt, clock.now()),
    String(sum(parked.map(({ events }) => events))),
  ]);
  const details = standings.flatMap(({ service, parked }) =>
    parked.map(({ dataschema, events, group }) => `${service}: ${events} × ${dataschema} wait for ${group}`),
  );
  return [...table(['service', 'waiting', 'oldest', 'parked'], rows), ...details];
}
