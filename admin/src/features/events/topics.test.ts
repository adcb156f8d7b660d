import { expect, test } from '@jest/globals';
import { topics as registered } from '@meridian/schema/events/registry';
import { topics } from './topics.ts';

test('operators can choose every topic of the log, and no other', () => {
  expect(topics).toEqual(registered.map(({ name }) => name));
});
