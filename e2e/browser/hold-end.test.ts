import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signUpAnew } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { beginBooking, sellFlight, sendTravelers } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

const hourInMs = 3_600_000;
const freshHold = /^Held for you for (10:00|9:\d\d)$/;
const asking = '0:00. We are asking whether it is still held for you.';
const over = 'The hold has ended';

const timer = (page: Page, text: RegExp | string) => page.getByRole('timer').filter({ hasText: text });

/** Somebody new holds a seat, and stands before the payment. */
async function hold(page: Page): Promise<void> {
  const flight = await sellFlight(stage.server.address, 1);
  await signUpAnew(page);
  await beginBooking(page, flight.id);
  await sendTravelers(page);
}

test.each([
  ['slow', -hourInMs],
  ['fast', hourInMs],
])(
  'a device whose clock is an hour %s counts down what is left by the server’s clock, and can pay',
  async (_, wrong) => {
    await using visitor = await stage.visit();
    const { page } = visitor;
    await visitor.context.clock.install({ time: Date.now() + wrong });
    await hold(page);
    await timer(page, freshHold).waitFor();
    await page.getByRole('button', { name: /^Pay / }).click();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    expect(visitor.trouble).toEqual([]);
  },
);

test('when the time seems to be over the server is asked, and it alone ends the hold', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await visitor.context.clock.install({ time: Date.now() - hourInMs });
  await hold(page);
  await timer(page, freshHold).waitFor();
  const answers = await answersTo(page, 'HeldBooking');
  const letAnswer = answers.keepWaiting();
  await page.clock.fastForward('11:00');
  await timer(page, asking).waitFor();
  expect(await page.getByText(over).count()).toBe(0);
  letAnswer();
  await timer(page, freshHold).waitFor();

  answers.change(({ data }) => ({ data: { booking: { ...(data?.booking as object), state: 'EXPIRED' } } }));
  await page.clock.fastForward('11:00');
  await page.getByText(over).waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('while the server cannot be asked, the payment stays on the page', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await visitor.context.clock.install({ time: Date.now() - hourInMs });
  await hold(page);
  await timer(page, freshHold).waitFor();
  const answers = await answersTo(page, 'HeldBooking');
  answers.lose();
  const lost = page.waitForEvent('requestfailed');
  await page.clock.fastForward('11:00');
  await lost;
  await timer(page, asking).waitFor();
  answers.letThrough();
  await timer(page, freshHold).waitFor();
  expect(visitor.trouble).toEqual([]);
});
