import { parseDate, parseFlag } from './parse-values.ts';

/** Whether a value at the very end of a file is all there: of no value that a cut could have left does it answer yes. */
export type WholeRule = (value: string) => boolean;

/** A day has ten signs, and no day begins another. */
export const isWholeDate: WholeRule = (value) => parseDate(value) !== undefined;

/** What is left of a longer flag means the same: `t` of `true`, `n` of `no`. */
export const isWholeFlag: WholeRule = (value) => parseFlag(value) !== undefined;
