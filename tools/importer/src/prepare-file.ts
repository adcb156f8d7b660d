import { headerProblem, refuseHeader, trimHeader } from './csv/header.ts';
import { type InspectedFile, inspectFile } from './csv/inspect-file.ts';
import { type RawRow, readRows } from './csv/read-rows.ts';
import { UsageError } from './failure.ts';
import { type Format, hasHeader } from './formats/format.ts';
import { formatOfHeader } from './formats/registry.ts';

/** A file that has been found to be text and of the format. For a format without a header `header` counts: `0`, `1`, … */
export type PreparedFile = InspectedFile & Readonly<{ header: readonly string[] }>;

const firstRow = async (file: InspectedFile): Promise<RawRow> => {
  for await (const row of readRows(file)) return row;
  throw new UsageError(`${file.path} has no rows`);
};

const headerOf = (format: Format, row: RawRow): readonly string[] => {
  const rule = format.header;
  if (hasHeader(rule)) {
    const header = trimHeader(row.fields);
    const problem = headerProblem(header, rule);
    return problem === undefined ? header : refuseHeader(format.name, problem, formatOfHeader(header));
  }
  const problem =
    row.fields.length === rule.columns
      ? rule.problem(row.fields)
      : `its first row has ${row.fields.length} columns instead of ${rule.columns}`;
  return problem === undefined
    ? row.fields.map((_, index) => String(index))
    : refuseHeader(format.name, problem, formatOfHeader(trimHeader(row.fields)));
};

/**
 * Finds out whether a file can be imported, before anything is opened or written.
 *
 * @throws UsageError when it is no UTF-8 text or not what the format says
 */
export const prepareFile = async (format: Format, path: string): Promise<PreparedFile> => {
  const file = await inspectFile(path);
  return { ...file, header: headerOf(format, await firstRow(file)) };
};
