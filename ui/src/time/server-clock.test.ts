import { expect, test } from '@jest/globals';
import { createServerClock } from './server-clock.ts';

const noon = Date.parse('2027-01-01T12:00:00Z');

/** A device whose clock is wrong, and a server that says these dates. */
function openDevice(nowInMs: number, dates: readonly string[]) {
  const device = { now: nowInMs };
  const queue = [...dates];
  const clock = createServerClock({
    fetch: async () => new Response('{}', { headers: { date: queue.shift() ?? '' } }),
    now: () => device.now,
  });
  return { clock, device };
}

test.each([
  ['an hour slow', noon - 3_600_000],
  ['an hour fast', noon + 3_600_000],
])('the clock of a device that is %s is set by the first answer, and goes on from there', async (_, wrong) => {
  const { clock, device } = openDevice(wrong, ['Fri, 01 Jan 2027 12:00:00 GMT']);
  expect(clock.now()).toBe(wrong);
  await clock.fetch('/graphql');
  expect(clock.now()).toBe(noon);
  device.now += 90_000;
  expect(clock.now()).toBe(noon + 90_000);
});

test('a device whose clock is set meanwhile is put right by the next answer; one without a date changes nothing', async () => {
  const { clock, device } = openDevice(noon, ['Fri, 01 Jan 2027 12:00:00 GMT', '', 'Fri, 01 Jan 2027 12:00:10 GMT']);
  await clock.fetch('/graphql');
  device.now += 86_400_000;
  await clock.fetch('/graphql');
  expect(clock.now()).toBe(noon + 86_400_000);
  await clock.fetch('/graphql');
  expect(clock.now()).toBe(noon + 10_000);
});
