import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import type { InspectedFile } from './inspect-file.ts';

/**
 * A row of a file. `line` is the physical line on which it starts, counted from 1, right also after quoted line breaks.
 * `ending` tells how it ended: with a line end; at the end of the file without one, so it may have been cut; or inside a quoted
 * field, so it was cut, or a quote is missing, and `fields` is empty.
 */
export type RawRow = Readonly<{ line: number; fields: readonly string[]; ending: 'line' | 'file' | 'quoted' }>;

export type ReadOptions = Readonly<{
  /** Told as the file is read. */
  onBytes?: (bytesRead: number) => void;
}>;

/** A row longer than this means a missing quote; it must not pull the file into memory. The longest real rows have 30 kB. */
const maxRowInBytes = 2_000_000;

const lineBreaks = /\r\n|\n|\r/g;
const lineBreaksIn = (fields: readonly string[]): number =>
  fields.reduce(
    (sum, field) => (field.includes('\n') || field.includes('\r') ? sum + (field.match(lineBreaks)?.length ?? 0) : sum),
    0,
  );

const openParser = () => {
  let unclosed = false;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRowInBytes,
    // Left to find out, the parser takes the header's for all: LF rows below a CRLF header would be a single row. The longer one first.
    record_delimiter: ['\r\n', '\n', '\r'],
    // Without this a missing quote destroys the stream, and rows that were parsed but not yet read are lost with it.
    skip_records_with_error: true,
    on_skip: () => {
      unclosed = true;
    },
  });
  return { parser, hasUnclosedQuote: () => unclosed };
};

/**
 * Reads a CSV file row by row, pulling: nothing is read ahead of a slow consumer beyond the stream's small buffers. Blank lines
 * are no rows. The csv-parse library counts a quoted CRLF as two lines, so lines are counted here.
 */
export async function* readRows(file: InspectedFile, options: ReadOptions = {}): AsyncGenerator<RawRow> {
  const source = createReadStream(file.path, { highWaterMark: 1 << 16 });
  const { parser, hasUnclosedQuote } = openParser();
  pipeline(source, parser, () => undefined);
  let line = 1;
  let held: { line: number; fields: readonly string[] } | undefined;
  for await (const record of parser) {
    const fields = record as readonly string[];
    if (held !== undefined) yield { ...held, ending: 'line' };
    const isBlank = fields.length === 1 && fields[0] === '';
    held = isBlank ? undefined : { line, fields };
    line += 1 + lineBreaksIn(fields);
    options.onBytes?.(source.bytesRead);
  }
  options.onBytes?.(source.bytesRead);
  const isLast = !hasUnclosedQuote();
  if (held !== undefined) yield { ...held, ending: isLast && !file.endsWithLineEnd ? 'file' : 'line' };
  if (hasUnclosedQuote()) yield { line, fields: [], ending: 'quoted' };
}
