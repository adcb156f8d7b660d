/** What the driver says about a failed statement. `extendedCode` as in https://www.sqlite.org/rescode.html */
export type SqliteFailure = Readonly<{ extendedCode: number; message: string }>;

/** SQLite's extended result codes that Meridian tells apart. The low byte of each is the primary code. */
export const sqliteCode = {
  busy: 5,
  readOnly: 8,
  constraint: 19,
  unique: 2067,
  primaryKey: 1555,
  notNull: 1299,
  foreignKey: 787,
  trigger: 1811,
  check: 275,
} as const;

/** Reads the driver's error, or `undefined` for any other. By shape, since the driver's errors may come from another realm. */
export function sqliteFailureOf(error: unknown): SqliteFailure | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error) || typeof error.errcode !== 'number') return;
  return { extendedCode: error.errcode, message: 'message' in error ? String(error.message) : 'unknown SQLite error' };
}

/** Whether a statement failed because another connection holds the lock that it needs. */
export function isBusy(error: unknown): boolean {
  const failure = sqliteFailureOf(error);
  return failure !== undefined && (failure.extendedCode & 0xff) === sqliteCode.busy;
}

/** Whether a statement failed because a row with the same unique key exists. */
export function isUniqueViolation(error: unknown): boolean {
  const code = sqliteFailureOf(error)?.extendedCode;
  return code === sqliteCode.unique || code === sqliteCode.primaryKey;
}
