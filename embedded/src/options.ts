import { statSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';

/** What the command line says. */
export type Options = Readonly<{
  /** The port of the one address; 0 picks a free one. */
  port: number;
  /** Where everything is kept. */
  data: string;
  /** Whether to begin with an empty market. */
  fresh: boolean;
  /** Which demo market to seed; `none` leaves it empty. */
  market: 'full' | 'small' | 'none';
  transport: 'in-process' | 'http';
}>;

const markets = ['full', 'small', 'none'] as const;
const transports = ['in-process', 'http'] as const;

/** Reads the command line. Prints help or the problem and ends the process when there is nothing to run. */
export function parseOptions(argv: readonly string[]): Options {
  return new Command('npm start --')
    .description('Runs Meridian: the gateway and its five subgraphs in one process, on local files.')
    .option('--port <number>', 'the port to listen on, on 127.0.0.1', toPort, 4000)
    .option('--data <folder>', 'the folder that keeps everything', toFolder, '.meridian')
    .option('--fresh', 'delete what the folder keeps of Meridian and seed the demo market anew', false)
    .option('--market <size>', `the demo market to seed: ${markets.join(', ')}`, oneOf(markets), 'full')
    .option(
      '--transport <kind>',
      `how the gateway reaches subgraphs: ${transports.join(', ')}`,
      oneOf(transports),
      'in-process',
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 stopped by Ctrl-C, at any moment of the start, too; 1 could not start or close; 2 wrong options;\n' +
        '130 a second Ctrl-C while it closes.',
    )
    .showHelpAfterError('(add --help to see the options)')
    .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2))
    .parse([...argv], { from: 'user' })
    .opts<Options>();
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

function toFolder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Name a folder.');
  const entry = statSync(text, { throwIfNoEntry: false });
  if (entry !== undefined && !entry.isDirectory()) throw new InvalidArgumentError(`${text} is a file, not a folder.`);
  return text;
}

const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (text: string): Value => {
    const value = values.find((candidate) => candidate === text);
    if (value === undefined) throw new InvalidArgumentError(`It is one of ${values.join(', ')}.`);
    return value;
  };
