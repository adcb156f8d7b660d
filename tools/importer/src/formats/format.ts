import type { KnownAirport, ListingsIntake, PriceIntake, RowOutcome } from '@meridian/schema/contracts/intake';
import type { FieldReader, HeaderRule } from '../csv/header.ts';
import type { DateShift } from '../date-shift.ts';
import type { WholeRule } from '../values/whole-value.ts';

/** What a row says, or why it cannot be used. */
export type Reading<Parsed> =
  | Readonly<{
      ok: true;
      parsed: Parsed;
      /** The source's own key of the row. Absent: the row is known by the hash of its content and its occurrence in the file. */
      key?: string;
      /** What the content hash covers, where some columns say nothing about the row, such as a row number. */
      content?: readonly string[];
      /** First local date of travel, and the date on which the price was seen: what `--shift-dates` moves. */
      travelDate?: string;
      observedDate?: string;
    }>
  | Readonly<{ ok: false; reason: string }>;

/** A row that is not imported. The reason is for whoever reads the report, and names the value that is wrong. */
export const skip = (reason: string): Readonly<{ ok: false; reason: string }> => ({ ok: false, reason });

/** A row on its way to the intake. `sourceKey` is the source's key, or made of hash and occurrence. */
export type Item<Parsed> = Readonly<{ parsed: Parsed; sourceKey: string }>;

/** What the command line says about the file. */
export type FormatOptions = Readonly<{
  currency: string | undefined;
  city: string | undefined;
  observedOn: string | undefined;
}>;

export type FormatContext = Readonly<{
  listings: ListingsIntake;
  prices: PriceIntake;
  airports: readonly KnownAirport[];
  options: FormatOptions;
  /** The columns of this file. For a format without a header: `0`, `1`, … */
  header: readonly string[];
  field: FieldReader;
}>;

/** A format, opened for one file. `write` answers with one outcome per item, in order. */
export type OpenFormat<Parsed = unknown> = Readonly<{
  read: (fields: readonly string[]) => Reading<Parsed>;
  write: (items: readonly Item<Parsed>[], shift: DateShift) => Promise<readonly RowOutcome[]>;
}>;

/** A file without header: so many columns, and what the first row must look like. */
export type ShapeRule = Readonly<{ columns: number; problem: (fields: readonly string[]) => string | undefined }>;

export type Format = Readonly<{
  name: string;
  /** The source: files of one source share their date shift. */
  source: string;
  header: HeaderRule | ShapeRule;
  /**
   * A last row without a line end may have been cut. It counts only when the column that stands last in this file is one of these, and
   * its value shows that nothing is missing. A format without such columns never takes it.
   */
  whole: Readonly<Record<string, WholeRule>>;
  open: (context: FormatContext) => OpenFormat;
}>;

/** Lets a format know its own type of row, then forgets it so that all formats can stand in one list. */
export const openFormat = <Parsed>(format: OpenFormat<Parsed>): OpenFormat => format as unknown as OpenFormat;

/** Whether the format knows its files by a header. The others are known by the shape of their rows. */
export const hasHeader = (rule: HeaderRule | ShapeRule): rule is HeaderRule => 'required' in rule;
