import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createDocumentCheck } from './document-check.ts';

const openCheck = () => {
  const check = createDocumentCheck(buildSchema('type Query { a: Int }'));
  return (query: string) => {
    const checked = check(query);
    return 'document' in checked ? checked.document : checked.errors.map(({ message }) => message);
  };
};

test('the same text is parsed and validated once', () => {
  const check = openCheck();
  expect(check('{ a }')).toBe(check('{ a }'));
});

test('what does not parse or does not fit the schema is told as such', () => {
  const check = openCheck();
  expect(check('{')).toEqual([expect.stringContaining('Syntax Error')]);
  expect(check('{ b }')).toEqual([expect.stringContaining('Cannot query field "b"')]);
});

test('documents are kept, but not more of them than memory was set aside for', () => {
  const check = openCheck();
  const first = check('{ a }');
  for (let number = 0; number < 11; number += 1) check(`{ b${number}: a }${' '.repeat(100_000)}`);
  expect(check('{ a }')).not.toBe(first);
});
