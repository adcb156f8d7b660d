import { expect, test } from '@jest/globals';
import { countPlaceholders, hasSeveralStatements, isReading } from './sql-text.ts';

test.each([
  ['SELECT 1', true],
  ['  -- a comment\n select 1', true],
  ['/* insert */ WITH a AS (SELECT 1) SELECT * FROM a', true],
  ["WITH a AS (SELECT 'delete') SELECT replace(x, 'a', 'b'), updated_at FROM a", true],
  ['VALUES (1)', true],
  ['EXPLAIN QUERY PLAN UPDATE t SET a = 1', true],
  ['INSERT INTO t SELECT 1', false],
  ['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', false],
  ['WITH a AS (SELECT 1) DELETE FROM t', false],
  ['PRAGMA user_version = 3', false],
  ['SELECTION', false],
])('%s reads: %s', (sql, reads) => {
  expect(isReading(sql)).toBe(reads);
});

test('marks in texts, names and comments are no placeholders', () => {
  expect(countPlaceholders(`SELECT ?, '?', "?", \`?\`, 'it''s ?' -- ?\n, ? /* ? */`)).toBe(2);
});

test('a second statement is noticed, an ending semicolon or one in a text is not', () => {
  expect(hasSeveralStatements('DELETE FROM a; DELETE FROM b')).toBe(true);
  expect(hasSeveralStatements("INSERT INTO a VALUES ('x; y');  -- done")).toBe(false);
});
