import { expect, test } from '@jest/globals';
import { createWaitUntilStored } from './wait-until-stored.ts';

/** A log whose consumer comes on when the test says so, and pauses that the test ends. */
function openWaiter() {
  let committed = 0;
  let looks = 0;
  const pauses: (() => void)[] = [];
  const log = {
    async lag() {
      looks += 1;
      return [{ group: 'analytics', topic: 'tracking', partition: 0, committed, end: 5, lag: 5 - committed }];
    },
  };
  const pause = () => new Promise<void>((over) => pauses.push(over));
  const waitUntilStored = createWaitUntilStored({ log, group: 'analytics', pause });
  const span = (from: number, to: number, isEnded = () => false) =>
    waitUntilStored({ from: new Map([['tracking/0', from]]), to: new Map([['tracking/0', to]]), isEnded });
  /** Lets what has been settled have its effect. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    span,
    settle,
    pauses,
    looks: () => looks,
    commit: (to: number) => {
      committed = to;
    },
    async pauseOver() {
      await settle();
      pauses.shift()?.();
      await settle();
    },
  };
}

test('whoever waits shares one look at the log and one pause', async () => {
  const waiter = openWaiter();
  const waits = [3, 4, 5].map((to) => waiter.span(0, to));
  await waiter.settle();
  expect([waiter.looks(), waiter.pauses.length]).toEqual([1, 1]);
  waiter.commit(5);
  await waiter.pauseOver();
  expect(await Promise.all(waits)).toEqual([true, true, true]);
  expect([waiter.looks(), waiter.pauses.length]).toEqual([2, 0]);
});

test('each goes on once its own span is stored, also who comes during the pause of others', async () => {
  const waiter = openWaiter();
  const far = waiter.span(0, 5);
  await waiter.settle();
  waiter.commit(3);
  expect(await waiter.span(0, 3)).toBe(true);
  expect(waiter.pauses).toHaveLength(1);
  waiter.commit(5);
  await waiter.pauseOver();
  expect(await far).toBe(true);
});

test('a span with nothing in it is stored, whatever the consumer has done', async () => {
  const waiter = openWaiter();
  expect(await waiter.span(5, 5)).toBe(true);
  expect(waiter.looks()).toBe(0);
});

test('who has left waits no longer, and others go on', async () => {
  const waiter = openWaiter();
  let hasLeft = false;
  const leaving = waiter.span(0, 5, () => hasLeft);
  const staying = waiter.span(0, 5);
  await waiter.settle();
  hasLeft = true;
  await waiter.pauseOver();
  expect(await leaving).toBe(false);
  waiter.commit(5);
  await waiter.pauseOver();
  expect(await staying).toBe(true);
});

test('a consumer that does not come on is given up after five hundred looks', async () => {
  const waiter = openWaiter();
  const waiting = waiter.span(0, 5);
  for (let look = 1; look < 500; look += 1) await waiter.pauseOver();
  expect(await waiting).toBe(false);
  expect(waiter.looks()).toBe(500);
});
