import { dataFolderAt } from '@meridian/platform/config/data-folder';
import { silentLogger } from '@meridian/platform/observability/logger';
import { systemClock as clock } from '@meridian/platform/time/clock';
import { Command, Option } from 'commander';
import type { MarketSize } from './market-size.ts';
import { openIntakes } from './open-intakes.ts';
import { type SeedProgress, seedMarket } from './seed-market.ts';

const options = new Command('market')
  .description('Seeds the demo market into a data folder, or brings it up to today. Safe to stop and start again.')
  .option('--data <folder>', 'the data folder', '.meridian')
  .addOption(new Option('--market <size>', 'how large').choices(['full', 'small']).default('full'))
  .addOption(new Option('--today <instant>', 'the present instant, for tests').hideHelp())
  .parse()
  .opts<Readonly<{ data: string; market: MarketSize; today?: string }>>();

/** To the host over the channel that it opened; for people on the terminal otherwise. */
function report({ stage, done, total }: SeedProgress): void {
  if (process.send !== undefined) process.send({ kind: 'progress', what: stage, done, total });
  else if (done === total) console.log(`${stage}: ${total.toLocaleString('en')}`);
}

// Started by a host and the host is gone: what was written stays, and the next start goes on.
process.once('disconnect', () => process.exit(1));
// Listening alone would keep this process from ending when it is done.
process.channel?.unref();
const now = options.today === undefined ? clock : { now: () => Date.parse(options.today ?? '') };
const begin = performance.now();
await using intakes = await openIntakes(dataFolderAt(options.data), { clock: now, logger: silentLogger });
const { written, until } = await seedMarket({ ...intakes, clock: now, size: options.market, onProgress: report });
const seconds = (performance.now() - begin) / 1000;
if (process.send !== undefined) process.send({ kind: 'done', seconds });
else
  console.log(
    `The market reaches to ${until}: ${written.toLocaleString('en')} records written in ${seconds.toFixed(1)} s.`,
  );
