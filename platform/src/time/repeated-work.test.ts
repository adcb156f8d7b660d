import { expect, test } from '@jest/globals';
import { type SetTimer, startRepeatedWork } from './repeated-work.ts';

/** Timers that fire when they are told to. */
function createTimers() {
  const waiting = new Map<() => void, number>();
  const setTimer: SetTimer = (action, afterInMs) => {
    waiting.set(action, afterInMs);
    return () => void waiting.delete(action);
  };
  return {
    setTimer,
    pauses: () => [...waiting.values()],
    fire() {
      const [action] = waiting.keys();
      if (action) waiting.delete(action);
      action?.();
    },
  };
}

/** Runs that end when they are told to. */
function createRuns() {
  const ends: ((error?: Error) => void)[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => ends.push((error) => (error === undefined ? resolve() : reject(error))));
  return { work, count: () => ends.length, end: (error?: Error) => ends.at(-1)?.(error) };
}

/** Lets everything that is promised already happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('it runs at once, and again a pause after each end: never two at a time', async () => {
  const [timers, runs] = [createTimers(), createRuns()];
  const work = startRepeatedWork({ ...runs, ...timers, pauseInMs: 500, onFailure: () => undefined });
  expect([runs.count(), timers.pauses()]).toEqual([1, []]);
  runs.end();
  await settle();
  expect([runs.count(), timers.pauses()]).toEqual([1, [500]]);
  timers.fire();
  expect([runs.count(), timers.pauses()]).toEqual([2, []]);
  runs.end();
  await work.close();
});

test('a run that fails is told, and the next one comes', async () => {
  const [timers, runs] = [createTimers(), createRuns()];
  const failures: unknown[] = [];
  const work = startRepeatedWork({ ...runs, ...timers, pauseInMs: 1, onFailure: (error) => failures.push(error) });
  runs.end(new Error('busy'));
  await settle();
  expect(failures).toEqual([new Error('busy')]);
  timers.fire();
  expect(runs.count()).toBe(2);
  runs.end();
  await work.close();
});

test('closing waits for the run in hand, and nothing comes after it', async () => {
  const [timers, runs] = [createTimers(), createRuns()];
  const work = startRepeatedWork({ ...runs, ...timers, pauseInMs: 1, onFailure: () => undefined });
  let isClosed = false;
  const closing = work.close().then(() => {
    isClosed = true;
  });
  await settle();
  expect(isClosed).toBe(false);
  runs.end();
  await closing;
  expect([runs.count(), timers.pauses()]).toEqual([1, []]);
});
