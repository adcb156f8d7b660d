/** Instants are ISO 8601 text in the database and epoch milliseconds in the code. */
export const toText = (instantInMs: number): string => new Date(instantInMs).toISOString();

export const toTextOrNull = (instantInMs: number | null): string | null =>
  instantInMs === null ? null : toText(instantInMs);

export const fromText = (text: string): number => Date.parse(text);

export const fromTextOrNull = (text: string | null): number | null => (text === null ? null : fromText(text));
