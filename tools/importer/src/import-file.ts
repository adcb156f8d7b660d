import { createHash } from 'node:crypto';
import type { KnownAirport, ListingsIntake, PriceIntake, RowOutcome } from '@meridian/schema/contracts/intake';
import { fieldReader } from './csv/header.ts';
import { type RawRow, readRows } from './csv/read-rows.ts';
import {
  type DateRange,
  type DateShift,
  findShift,
  noShift,
  refuseOtherDates,
  shiftTravel,
  widen,
} from './date-shift.ts';
import {
  type Format,
  type FormatOptions,
  hasHeader,
  type Item,
  type OpenFormat,
  type Reading,
  skip,
} from './formats/format.ts';
import { datesProblem } from './plausible-dates.ts';
import type { PreparedFile } from './prepare-file.ts';
import { openRowLedger, type RowLedger } from './row-ledger.ts';
import type { SkipReport } from './skip-report.ts';

/** What was done with the rows of a file; `read = imported + updated + unchanged + skipped`. */
export type Counts = { read: number; imported: number; updated: number; unchanged: number; skipped: number };

export type ImportRequest = Readonly<{
  format: Format;
  file: PreparedFile;
  options: FormatOptions;
  shiftDates: boolean;
  /** The name of the data set whose date shift is used; by default the format's source. */
  dataset: string | undefined;
}>;

export type ImportDeps = Readonly<{
  listings: ListingsIntake;
  prices: PriceIntake;
  report: SkipReport;
  clock: Readonly<{ now: () => number }>;
  onProgress?: (
    progress: Readonly<{ stage: 'reading dates' | 'importing'; bytes: number; total: number; rows: number }>,
  ) => void;
  /** Called after every fifth batch: a moment at which nothing of the rows is held. */
  betweenBatches?: () => void;
  /** When it is aborted the batch in hand is finished, and the import ends. */
  signal?: AbortSignal;
}>;

export type ImportResult = Readonly<{
  counts: Counts;
  stopped: boolean;
  /** The first day of travel in the file, moved, where that day is past: another file had decided the shift, or long ago. */
  beginsInThePast: string | undefined;
}>;

const batchSize = 500;

type Reader = Readonly<{
  file: PreparedFile;
  format: Format;
  opened: OpenFormat;
  columns: number;
  hasHeader: boolean;
  /** The day of the import in UTC, as `2026-11-20`. */
  today: string;
}>;

const openReader = async ({ format, file, options }: ImportRequest, deps: ImportDeps): Promise<Reader> => {
  const airports: readonly KnownAirport[] = await deps.listings.airports();
  const { listings, prices } = deps;
  const { header } = file;
  const opened = format.open({ listings, prices, airports, options, header, field: fieldReader(header) });
  const today = new Date(deps.clock.now()).toISOString().slice(0, 10);
  return { file, format, opened, columns: header.length, hasHeader: hasHeader(format.header), today };
};

/** By the rule of the column that stands last in this file, whichever that is. */
const isWhole = (lastField: string, { file, format }: Reader): boolean =>
  format.whole[file.header.at(-1) ?? '']?.(lastField.trim()) ?? false;

const cutReason = (row: RawRow, reader: Reader): string | undefined => {
  if (row.ending === 'quoted') return 'the file ends within quotes: it was cut here, or a closing quote is missing';
  if (row.fields.length !== reader.columns)
    return `${row.fields.length} columns instead of ${reader.columns}${row.ending === 'file' ? ': the file was cut here' : ''}`;
  if (row.ending === 'file' && !isWhole(row.fields.at(-1) ?? '', reader))
    return 'the file ends in this row without a line break: it may have been cut; if it is whole, end the file with one';
  return undefined;
};

const readRow = (row: RawRow, reader: Reader, shift: DateShift): Reading<unknown> => {
  const cut = cutReason(row, reader);
  if (cut !== undefined) return skip(cut);
  const reading = reader.opened.read(row.fields);
  const problem = reading.ok ? datesProblem(reading, reader.today, shift) : undefined;
  return problem === undefined ? reading : skip(problem);
};

async function* dataRows(reader: Reader, onBytes: (bytes: number) => void): AsyncGenerator<RawRow> {
  let isHeader = reader.hasHeader;
  for await (const row of readRows(reader.file, { onBytes })) {
    if (!isHeader) yield row;
    isHeader = false;
  }
}

/** First pass of `--shift-dates`: the whole file has to be seen before the first date can be moved. */
const readRange = async (reader: Reader, deps: ImportDeps): Promise<DateRange | undefined> => {
  let [range, bytes, rows] = [undefined as DateRange | undefined, 0, 0];
  const onBytes = (read: number): void => {
    bytes = read;
  };
  for await (const row of dataRows(reader, onBytes)) {
    if (deps.signal?.aborted) return range;
    rows += 1;
    if (rows % batchSize === 0)
      deps.onProgress?.({ stage: 'reading dates', bytes, total: reader.file.sizeInBytes, rows });
    const reading = readRow(row, reader, noShift);
    if (reading.ok && reading.travelDate !== undefined) range = widen(range, reading.travelDate, reading.observedDate);
  }
  return range;
};

const hasDates = async (reader: Reader): Promise<boolean> => {
  for await (const row of dataRows(reader, () => undefined)) {
    const reading = readRow(row, reader, noShift);
    if (reading.ok && reading.travelDate !== undefined) return true;
  }
  return false;
};

type FileShift = Readonly<{ shift: DateShift; beginsInThePast: string | undefined }>;

const unshifted: FileShift = { shift: noShift, beginsInThePast: undefined };

const shiftFor = async (request: ImportRequest, reader: Reader, deps: ImportDeps): Promise<FileShift> => {
  const { state } = deps.listings;
  const dataset = request.dataset ?? request.format.source;
  if (!request.shiftDates) {
    if (await hasDates(reader)) await refuseOtherDates(state, dataset, false);
    return unshifted;
  }
  const range = await readRange(reader, deps);
  if (range === undefined || deps.signal?.aborted) return unshifted;
  await refuseOtherDates(state, dataset, true);
  const { today } = reader;
  const shift = await findShift(state, dataset, { range, today });
  const firstDay = shiftTravel(range.firstTravel, shift);
  return { shift, beginsInThePast: firstDay < today ? firstDay : undefined };
};

type Pending = Readonly<{ line: number; parsed: unknown; key: string; content: string; isHashed: boolean }>;

const hashOf = (content: string): string => createHash('sha256').update(content).digest('base64url').slice(0, 22);

/** A row's identity: its source's key, or the hash of its content; the occurrence is added when the ledger has counted it. */
const pendingRow = (row: RawRow, reading: Extract<Reading<unknown>, { ok: true }>, format: Format): Pending => {
  const content = (reading.content ?? row.fields.map((field) => field.trim())).join('\u001f');
  const key = reading.key ?? `${format.name}:${hashOf(content)}`;
  return { line: row.line, parsed: reading.parsed, key, content, isHashed: reading.key === undefined };
};

const count = async (
  counts: Counts,
  report: SkipReport,
  row: Readonly<{ line: number; outcome: RowOutcome }>,
): Promise<void> => {
  if (typeof row.outcome === 'string') {
    counts[row.outcome] += 1;
    return;
  }
  counts.skipped += 1;
  await report.add({ line: row.line, reason: row.outcome.skipped });
};

type Batch = Readonly<{
  pending: readonly Pending[];
  ledger: RowLedger;
  write: (items: readonly Item<unknown>[]) => Promise<readonly RowOutcome[]>;
}>;

/** What becomes of a row whose key came before in the same file: the first one counts, or two runs would never agree. */
const repeated = (row: Pending, sameContent: boolean): RowOutcome =>
  sameContent ? 'unchanged' : { skipped: `the key ${row.key} came before in this file, with other content` };

const outcomesOf = async ({ pending, ledger, write }: Batch): Promise<readonly RowOutcome[]> => {
  const sightings = ledger.see(pending);
  const outcomes: (RowOutcome | undefined)[] = [];
  const items: Item<unknown>[] = [];
  for (const [index, row] of pending.entries()) {
    const { occurrence, sameContent } = sightings[index] ?? { occurrence: 1, sameContent: true };
    const isNew = row.isHashed || occurrence === 1;
    outcomes.push(isNew ? undefined : repeated(row, sameContent));
    if (isNew) items.push({ parsed: row.parsed, sourceKey: row.isHashed ? `${row.key}:${occurrence}` : row.key });
  }
  const written = [...(items.length === 0 ? [] : await write(items))];
  if (written.length !== items.length)
    throw new Error(`the intake answered ${written.length} outcomes to ${items.length} rows`);
  return outcomes.map((outcome) => outcome ?? written.shift() ?? 'unchanged');
};

/**
 * Imports a prepared file: decides the date shift, then writes it batch by batch, one after the other. Memory does not grow with the
 * file. Killed and run again it ends with the same data, because every row has an identity of its own.
 */
export const importFile = async (request: ImportRequest, deps: ImportDeps): Promise<ImportResult> => {
  const reader = await openReader(request, deps);
  const { shift, beginsInThePast } = await shiftFor(request, reader, deps);
  const counts: Counts = { read: 0, imported: 0, updated: 0, unchanged: 0, skipped: 0 };
  using ledger = openRowLedger();
  let [pending, bytes, batches] = [[] as Pending[], 0, 0];
  const write: Batch['write'] = (items) => reader.opened.write(items, shift);
  const flush = async (): Promise<void> => {
    const rows = pending;
    pending = [];
    const outcomes = await outcomesOf({ pending: rows, ledger, write });
    for (const [index, { line }] of rows.entries())
      await count(counts, deps.report, { line, outcome: outcomes[index] ?? 'unchanged' });
    counts.read += rows.length;
    batches += 1;
    if (batches % 5 === 0) deps.betweenBatches?.();
    deps.onProgress?.({ stage: 'importing', bytes, total: reader.file.sizeInBytes, rows: counts.read });
  };
  const onBytes = (read: number): void => {
    bytes = read;
  };
  for await (const row of dataRows(reader, onBytes)) {
    if (deps.signal?.aborted) break;
    const reading = readRow(row, reader, shift);
    if (reading.ok) pending.push(pendingRow(row, reading, request.format));
    else {
      counts.read += 1;
      await count(counts, deps.report, { line: row.line, outcome: { skipped: reading.reason } });
    }
    if (pending.length >= batchSize) await flush();
  }
  if (pending.length > 0 && !deps.signal?.aborted) await flush();
  return { counts, stopped: deps.signal?.aborted ?? false, beginsInThePast };
};
