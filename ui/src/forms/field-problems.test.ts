import { expect, test } from '@jest/globals';
import { fieldProblems } from './field-problems.ts';

test('sentences stand beside the fields they are about, the others above the form', () => {
  const failure = {
    message: 'Nothing was changed.',
    problems: [
      { path: ['input', 'email'], message: 'This is no address.' },
      { path: ['input', 'locale'], message: 'No such locale.' },
    ],
  };
  expect(fieldProblems(failure, ['email', 'password'])).toEqual({
    fields: { email: 'This is no address.' },
    general: 'No such locale.',
  });
  expect(fieldProblems({ message: 'Taken.', path: ['input', 'email'] }, ['email'])).toEqual({
    fields: { email: 'Taken.' },
    general: undefined,
  });
  expect(fieldProblems({ message: 'Wrong.' }, ['email'])).toEqual({ fields: {}, general: 'Wrong.' });
  expect(fieldProblems(undefined, ['email'])).toEqual({ fields: {}, general: undefined });
});
