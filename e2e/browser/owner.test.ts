import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoAccounts } from '../support/people.ts';
import { beginSession } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import type { Booked } from './support/book.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';
import { askForStay } from './support/stays.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** Gives an answer and confirms it. */
async function answer(page: Page, word: 'Approve' | 'Decline', { reference }: Booked): Promise<void> {
  await page.getByRole('button', { name: `${word} ${reference}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: word }).click();
}

/** These wait for what is asked for every few seconds, in several windows: longer than one page takes. */
const patienceInMs = 90_000;

const entry = (page: Page, { reference }: Booked) => page.getByRole('listitem').filter({ hasText: reference });

test(
  'what a traveler asks for comes to the open inbox, and the owner’s yes to the open trip',
  async () => {
    await using owner = await stage.visit();
    await beginSession(owner.context, demoAccounts.owner);
    await owner.page.goto('/admin/requests');
    await owner.page.getByText('No request waits for you').waitFor();
    const booked = await askForStay(stage.server.address);
    await entry(owner.page, booked).getByText('The lamp room').waitFor();
    await entry(owner.page, booked)
      .getByText(/^23 h 5\d min left to answer$/)
      .waitFor();
    await entry(owner.page, booked).getByText('1 adult').waitFor();

    await using traveler = await stage.visit();
    await beginSession(traveler.context, demoAccounts.traveler);
    await traveler.page.goto(`/trips/${booked.id}`);
    await traveler.page.getByText('Waiting for the owner').waitFor();
    await traveler.page.getByText(/^The owner may answer until .+ [A-Z]\S+\.$/).waitFor();
    await answer(owner.page, 'Approve', booked);
    await owner.page.getByText(`${booked.reference}: Approved. The booking stands, and the card is charged.`).waitFor();
    await entry(owner.page, booked).waitFor({ state: 'detached' });
    await traveler.page.getByText('Confirmed', { exact: true }).waitFor();
    expect([...owner.trouble, ...traveler.trouble]).toEqual([]);
  },
  patienceInMs,
);

test('a no frees the nights, and stays to be seen among the answered', async () => {
  const booked = await askForStay(stage.server.address);
  await using owner = await stage.visit();
  const { page } = owner;
  await beginSession(owner.context, demoAccounts.owner);
  await page.goto('/admin/listings');
  await page.getByRole('link', { name: /^Requests ?, \d+ open$/ }).click();
  await answer(page, 'Decline', booked);
  await page.getByText(`${booked.reference}: Declined. What it held is free, and nothing is charged.`).waitFor();
  await entry(page, booked).waitFor({ state: 'detached' });
  await page.getByLabel('Answered ones too').click();
  await entry(page, booked).getByText('Declined', { exact: true }).waitFor();
  expect(owner.trouble).toEqual([]);
});

test(
  'an answer that is lost may be given again and counts once; one that another device has given is told',
  async () => {
    const [first, second] = [await askForStay(stage.server.address), await askForStay(stage.server.address)];
    await using owner = await stage.visit();
    const { page } = owner;
    await beginSession(owner.context, demoAccounts.owner);
    await page.goto('/admin/requests');
    for (const asked of [first, second]) await entry(page, asked).waitFor();
    // The inbox stays as it was, so that the request can be answered once more.
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('"operationName":"Requests"') ? route.abort() : route.fallback(),
    );
    const answers = await answersTo(page, 'ApproveRequest');
    answers.lose();
    await answer(page, 'Approve', first);
    await entry(page, first)
      .getByText(/We do not know yet/)
      .waitFor();
    answers.letThrough();
    await answer(page, 'Approve', first);
    await page.getByText(`${first.reference}: Approved.`).waitFor();

    await using other = await stage.visit();
    await beginSession(other.context, demoAccounts.owner);
    await other.page.goto('/admin/requests');
    await answer(other.page, 'Decline', second);
    await other.page.getByText(`${second.reference}: Declined.`).waitFor();
    await answer(page, 'Approve', second);
    await page.getByText(`${second.reference}: You have declined it before.`).waitFor();
    expect([...owner.trouble, ...other.trouble]).toEqual([]);
  },
  patienceInMs,
);
