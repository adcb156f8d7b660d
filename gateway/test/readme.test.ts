import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { defaultRateBudgets } from '../src/edge/rate-limits.ts';
import { closeCodes } from '../src/subscriptions/close-codes.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** The cells of a section's table, without its head. */
function rowsOf(heading: string): string[][] {
  const section = readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

test('the README states every rate budget as it is by default', () => {
  const stated = rowsOf('How much one may ask').map(([name = '', operations]) => [
    name,
    { operations: Number(operations), windowInSeconds: 60 },
  ]);
  expect(Object.fromEntries(stated)).toEqual(defaultRateBudgets);
});

test('the README states every code with which a socket is closed', () => {
  const stated = rowsOf('How a socket ends').map(([code, name = '']) => [name, Number(code)]);
  expect(Object.fromEntries(stated)).toEqual({ ...closeCodes });
});
