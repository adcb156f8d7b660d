const quotedOrComment = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** The statement without comments, and with every quoted text or name emptied, so that words and marks in them do not count. */
const bare = (sql: string) => sql.replace(quotedOrComment, ' ').trimStart();

/**
 * Whether a statement only reads. Unknown shapes count as writing: they take the write lock, which is slower but never wrong.
 * A statement that is taken for reading by mistake fails loudly, because the connection for reading is read-only.
 */
export function isReading(sql: string): boolean {
  const text = bare(sql);
  if (/^(select|values|explain)\b/i.test(text)) return true;
  return /^with\b/i.test(text) && !/\b(insert|update|delete|replace\s+into)\b/i.test(text);
}

/** How many values a statement takes. Only plain `?` placeholders are allowed, so counting them is exact. */
export const countPlaceholders = (sql: string): number => bare(sql).split('?').length - 1;

/** Whether a second statement follows the first. SQLite would prepare the first and ignore the rest without a word. */
export const hasSeveralStatements = (sql: string): boolean => /;\s*\S/.test(bare(sql));
