import type { Clock } from '@meridian/platform/time/clock';

/** What a command talks to: results on `out`, trouble on `err`, both without a line end. */
export type Terminal = Readonly<{
  out: (line: string) => void;
  err: (line: string) => void;
  /** Aborted by Ctrl-C, or when nobody reads `out` any more. */
  interrupted: AbortSignal;
  clock: Clock;
}>;

/** Nothing is there to be shown. The command ends with exit code 1 and the message, which says what to do next. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere';
}
