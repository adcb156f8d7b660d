import type { SqlValue } from './sql-database.ts';

/** A part of a `WHERE`, with the values of its placeholders in their order. */
export type Condition = Readonly<{ sql: string; params: readonly SqlValue[] }>;

/** What holds when all of them hold; without any, everything does. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? '1 = 1' : conditions.map(({ sql }) => sql).join(' AND '),
  params: conditions.flatMap(({ params }) => params),
});

const escaped = (text: string): string => text.toLowerCase().replace(/[!%_]/g, (character) => `!${character}`);

/** The value for `LOWER(column) LIKE ? ESCAPE '!'`: whatever contains the text, in any case, its `%` and `_` taken as they are. */
export const containing = (text: string): string => `%${escaped(text)}%`;
