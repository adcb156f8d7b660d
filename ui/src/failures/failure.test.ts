import { expect, test } from '@jest/globals';
import { isAbout, problemAt, problemElsewhere, problemsIn } from './failure.ts';

const name = { path: ['input', 'travelers', '1', 'givenName'], message: 'It is empty.' };
const amount = { path: ['input', 'threshold', 'amount'], message: 'It is no amount.' };
const whole = { path: ['input'], message: 'It is wrong.' };

test('a problem is found by the name of its field, and a part of a field is the field', () => {
  const problems = [whole, name, amount];
  expect(problemAt(problems, 'travelers.1.givenName')).toBe(name.message);
  expect(problemAt(problems, 'travelers.0.givenName')).toBeUndefined();
  expect(problemAt(problems, 'threshold')).toBe(amount.message);
});

test('a field is not meant by what is about the whole that it belongs to', () => {
  expect(isAbout(whole, 'travelers')).toBe(false);
  expect(isAbout({ ...name, path: ['input', 'travelers'] }, 'travelers.1.givenName')).toBe(false);
});

test('what is about no field that is shown is found as well', () => {
  expect(problemElsewhere([name, amount], ['travelers', 'threshold'])).toBeUndefined();
  expect(problemElsewhere([name, amount], ['travelers'])).toBe(amount.message);
});

test('a failure without problems is one itself', () => {
  expect(problemsIn({ message: 'Taken.', path: ['input', 'email'] })).toEqual([
    { path: ['input', 'email'], message: 'Taken.' },
  ]);
  expect(problemsIn({ message: 'Wrong.' })).toEqual([{ path: [], message: 'Wrong.' }]);
});
