import { parseArgs } from 'node:util';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import { isLocalDate } from '@meridian/platform/values/local-date';
import { nameOf } from '@meridian/platform/values/name';
import { UsageError } from './failure.ts';
import { findFormat, formats } from './formats/registry.ts';
import type { ImportRequest } from './import-file.ts';

/** What the command line asks for. */
export type Command =
  | Readonly<{ kind: 'help' }>
  | Readonly<{
      kind: 'import';
      request: Omit<ImportRequest, 'file'> & Readonly<{ path: string }>;
      data: string;
      json: boolean;
    }>;

export const help = `Usage: npm run import -- <format> <file> [options]

Imports a file into Meridian, whether the server runs or not. Importing it again updates, and never duplicates.

Formats
${formats.map(({ name }) => `  ${name}`).join('\n')}

Options
  --shift-dates          move past dates so that travel starts tomorrow, keeping weekdays; the shift is stored and used again
  --dataset <name>       use a date shift of its own, for example for another city; default: the source
  --currency <code>      read prices in this currency instead of the source's or the country's
  --city <name>          airbnb-listings: the city of all stays in the file
  --observed-on <date>   easemytrip: the day of the crawl; default 2022-02-10
  --data <folder>        the data folder, as for npm start; default .meridian
  --json                 end with one line of JSON
  --help                 show this

Exit codes: 0 imported (skipped rows are in the report), 1 stopped by a fault, 2 wrong command, file, encoding or header, 130 Ctrl-C.
Formats, columns and rules: docs/IMPORTS.md`;

const options = {
  'shift-dates': { type: 'boolean' },
  dataset: { type: 'string' },
  currency: { type: 'string' },
  city: { type: 'string' },
  'observed-on': { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message.split('. ')[0]}; try --help`);
  }
};

const checkValues = (values: ReturnType<typeof parse>['values']): void => {
  if (values.currency !== undefined && !isCurrencyCode(values.currency))
    throw new UsageError(`--currency: "${values.currency}" is no ISO 4217 code, such as EUR`);
  if (values['observed-on'] !== undefined && !isLocalDate(values['observed-on']))
    throw new UsageError(`--observed-on: "${values['observed-on']}" is no date, such as 2022-02-10`);
  if (values.dataset !== undefined && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(values.dataset))
    throw new UsageError('--dataset: use lower-case letters, digits and hyphens');
  if (values.city !== undefined && nameOf(values.city) === '') throw new UsageError('--city: give a name');
  if (values.data?.trim() === '') throw new UsageError('--data: give a folder');
};

/**
 * Reads the command line.
 *
 * @param defaultData the data folder when `--data` is not given
 * @throws UsageError with one line that says what is wrong
 */
export const readCommand = (argv: readonly string[], defaultData: string): Command => {
  const { values, positionals } = parse(argv);
  if (values.help) return { kind: 'help' };
  const [name, file, ...more] = positionals;
  if (name === undefined) throw new UsageError('which format? try --help');
  const format = findFormat(name);
  if (format === undefined)
    throw new UsageError(`there is no format "${name}"; there are ${formats.map((known) => known.name).join(', ')}`);
  if (file === undefined) throw new UsageError(`which ${name} file? try --help`);
  if (more.length > 0) throw new UsageError(`one file at a time, please; "${more[0]}" is too much`);
  checkValues(values);
  const { currency, dataset } = values;
  const request = {
    format,
    path: file,
    dataset,
    shiftDates: values['shift-dates'] ?? false,
    options: { currency, city: values.city && nameOf(values.city), observedOn: values['observed-on'] },
  };
  return { kind: 'import', request, data: values.data ?? defaultData, json: values.json ?? false };
};
