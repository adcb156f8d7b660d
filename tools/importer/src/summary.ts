import type { ImportResult } from './import-file.ts';
import type { Skip } from './skip-report.ts';

export type Finished = ImportResult &
  Readonly<{ seconds: number; peakRssMb: number; firstSkips: readonly Skip[]; reportFile: string | undefined }>;

/** The line for machines. */
export const jsonLine = ({ counts, seconds, peakRssMb }: Finished): string =>
  JSON.stringify({
    read: counts.read,
    imported: counts.imported,
    updated: counts.updated,
    unchanged: counts.unchanged,
    skipped: counts.skipped,
    seconds,
    peakRssMb,
  });

const number = (value: number): string => value.toLocaleString('en');

const skipLines = ({ counts, firstSkips, reportFile }: Finished): string[] => {
  if (counts.skipped === 0) return [];
  const rest = counts.skipped - firstSkips.length;
  const shown = firstSkips.map(({ line, reason }) => `  line ${line}: ${reason}`);
  return [
    'skipped:',
    ...shown,
    ...(rest > 0 ? [`  and ${number(rest)} more`] : []),
    `all skipped rows: ${reportFile ?? ''}`,
  ];
};

const pastLines = ({ beginsInThePast }: Finished): string[] =>
  beginsInThePast === undefined
    ? []
    : [
        `with the stored shift of its data set, travel in this file begins on ${beginsInThePast}, in the past; --dataset <name> gives it a shift of its own`,
      ];

/** What a person wants to know after an import. */
export const summaryLines = (finished: Finished): string[] => {
  const { counts, seconds, stopped, peakRssMb } = finished;
  const perSecond = seconds > 0 ? ` (${number(Math.round(counts.read / seconds))} rows/s)` : '';
  const facts = `${number(counts.read)} read: ${number(counts.imported)} imported, ${number(counts.updated)} updated, ${number(counts.unchanged)} unchanged, ${number(counts.skipped)} skipped`;
  const tail = stopped ? ['stopped before the end of the file; run the same command again to finish'] : [];
  return [
    ...skipLines(finished),
    ...pastLines(finished),
    `${facts}; ${seconds} s${perSecond}, peak ${peakRssMb} MB`,
    ...tail,
  ];
};
