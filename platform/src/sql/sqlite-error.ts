/** What the driver says about a failed statement. `extendedCode` as in https://www.sqlite.org/rescode.html */
export type SqliteFailure = Readonly<{ extendedCode: number; message: string }>;

/** SQLite's extended result codes that Meridian tells apart. The low byte of each is the primary code. */
export const sqliteCode = {
  busy: 5,
  readOnly: 8,
  corrupt: 11,
  constraint: 19,
  notADatabase: 26,
  unique: 2067,
  primaryKey: 1555,
  notNull: 1299,
  foreignKey: 787,
  trigger: 1811,
  check: 275,
} as const;

/** SQLite's own texts, which have not changed in many years. */
const codeByMessage: readonly (readonly [RegExp, number])[] = [
  [/^UNIQUE constraint failed/, sqliteCode.unique],
  [/^NOT NULL constraint failed/, sqliteCode.notNull],
  [/^FOREIGN KEY constraint failed/, sqliteCode.foreignKey],
  [/^CHECK constraint failed/, sqliteCode.check],
  [/^database (table )?is locked/, sqliteCode.busy],
  [/^attempt to write a readonly database/, sqliteCode.readOnly],
];
const genericCode = 1;

/**
 * Reads the driver's error, or `undefined` for any other. By shape, since the driver's errors may come from another realm. The
 * driver (1.2.1) leaves the result code out when `all()` fails, as for `INSERT … RETURNING`: then the text tells.
 */
export function sqliteFailureOf(error: unknown): SqliteFailure | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return;
  const message = 'message' in error ? String(error.message) : 'unknown SQLite error';
  const named = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
  const told = codeByMessage.find(([pattern]) => pattern.test(message))?.[1];
  return { extendedCode: named ?? told ?? genericCode, message };
}

const primaryCodeOf = (error: unknown): number => (sqliteFailureOf(error)?.extendedCode ?? 0) & 0xff;

/** Whether a statement failed because another connection holds the lock that it needs. */
export const isBusy = (error: unknown): boolean => primaryCodeOf(error) === sqliteCode.busy;

/** Whether a file's content is no database, or one that cannot be read any more. */
export function isDamaged(error: unknown): boolean {
  const code = primaryCodeOf(error);
  return code === sqliteCode.corrupt || code === sqliteCode.notADatabase;
}
