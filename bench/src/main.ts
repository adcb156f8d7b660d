import { Command, InvalidArgumentError, Option } from 'commander';
import { measurePages } from './pages.ts';
import { measurePriceChanges } from './price-change.ts';
import { measureStartUp } from './start-up.ts';

const positive = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It is a whole number of 1 or more.');
  return value;
};

const program = new Command('npm run bench --').description(
  'Measures Meridian from outside: over its public addresses and its commands.',
);

program
  .command('price-change')
  .description("from the commit time in the event to the watcher's websocket, under load")
  .option('--url <address>', "the server's root", 'http://127.0.0.1:4000')
  .option('--changes <count>', 'how many price drops to measure', positive, 200)
  .option('--watches <count>', 'how many watches stand beside the measured one', positive, 1000)
  .option('--searches <count>', 'searches per second meanwhile', positive, 20)
  .action(measurePriceChanges);

program
  .command('pages')
  .description("Lighthouse on the traveler's first pages: mobile, simulated throttling, medians")
  .option('--url <address>', "the server's root", 'http://127.0.0.1:4000')
  .option('--runs <count>', 'how often each page is loaded', positive, 5)
  .action(measurePages);

program
  .command('start-up')
  .description('from npm start to ready: the first time, and again on the same data')
  .option('--starts <count>', 'how many starts after the first', positive, 5)
  .addOption(new Option('--market <size>', 'the demo market').choices(['full', 'small']).default('full'))
  .option('--data <folder>', 'a folder that is kept; a temporary one unless given')
  .action(measureStartUp);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`The benchmark failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
