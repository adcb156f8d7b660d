import { Presets, SingleBar } from 'cli-progress';
import type { ImportDeps } from './import-file.ts';

export type Progress = Readonly<{ update: NonNullable<ImportDeps['onProgress']>; stop: () => void }>;

const silent: Progress = { update: () => undefined, stop: () => undefined };

/** A bar by bytes, because the rows of a file are not known before it was read. Only on a terminal, and on stderr: stdout is for results. */
export const openProgress = (terminal: NodeJS.WriteStream): Progress => {
  if (!terminal.isTTY) return silent;
  const bar = new SingleBar(
    {
      format: '{stage} {bar} {percentage}% · {rows} rows · {eta_formatted} left',
      stream: terminal,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  let stage = '';
  return {
    update: (progress) => {
      if (progress.stage !== stage) {
        if (stage !== '') bar.stop();
        bar.start(progress.total, 0, { stage: progress.stage, rows: 0 });
        stage = progress.stage;
      }
      bar.update(progress.bytes, { stage: progress.stage, rows: progress.rows.toLocaleString('en') });
    },
    stop: () => {
      if (stage !== '') bar.stop();
    },
  };
};
