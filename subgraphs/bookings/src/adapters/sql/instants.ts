/** Instants are ISO 8601 text in the database and epoch milliseconds in the code. */
export const toText = (instantInMs: number): string => new Date(instantInMs).toISOString();

/** {@link toText}, where there may be none. */
export const toTextOrNull = (instantInMs: number | null): string | null =>
  instantInMs === null ? null : toText(instantInMs);

/** Epoch milliseconds of an instant that {@link toText} wrote. */
export const fromText = (text: string): number => Date.parse(text);

/** {@link fromText}, where there may be none. */
export const fromTextOrNull = (text: string | null): number | null => (text === null ? null : fromText(text));
