import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { startDeadline } from './deadline.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('comes in time, although garbage is collected meanwhile', async () => {
  const { signal } = startDeadline([new AbortController().signal], 20);
  collectGarbage();
  if (!signal.aborted) await once(signal, 'abort');
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('comes with the first source that is aborted, and at once with one that was', () => {
  const left = new AbortController();
  const deadline = startDeadline([new AbortController().signal, left.signal], 60_000);
  left.abort(new Error('the client left'));
  deadline.done();
  expect(deadline.signal.reason).toEqual(new Error('the client left'));
  expect(startDeadline([left.signal], 60_000).signal.aborted).toBe(true);
});

test('never comes once the work is done', () => {
  const left = new AbortController();
  const { signal, done } = startDeadline([left.signal], 60_000);
  done();
  left.abort();
  expect(signal.aborted).toBe(false);
});
