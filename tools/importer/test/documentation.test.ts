import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { help } from '../src/arguments.ts';
import { hasHeader } from '../src/formats/format.ts';
import { formats } from '../src/formats/registry.ts';

const page = await readFile(fileURLToPath(new URL('../../../docs/IMPORTS.md', import.meta.url)), 'utf8');

/** The part of the page about one format. */
const sectionOf = (name: string): string =>
  page.split('\n## ').find((section) => section.startsWith(`\`${name}\``)) ?? '';

/** `review_scores_{accuracy,value}` stands for two columns, `segments…EpochSeconds` and `calculated_…` for all that fit. */
const mentions = (section: string, column: string): boolean =>
  section.includes(`\`${column}\``) ||
  section.includes('others |') ||
  (column.endsWith('EpochSeconds') && section.includes('`…EpochSeconds`')) ||
  column === '';

test.each(formats.map((format) => [format.name, format] as const))(
  'docs/IMPORTS.md and --help know every column of %s',
  (name, format) => {
    const section = sectionOf(name);
    expect(section).not.toBe('');
    expect(help).toContain(`\n  ${name}`);
    if (!hasHeader(format.header)) return;
    const columns = [...format.header.required, ...format.header.optional];
    expect(columns.filter((column) => !mentions(section, column))).toEqual([]);
  },
);
