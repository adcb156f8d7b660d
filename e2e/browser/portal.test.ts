import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccounts, type Person, signInAs, signUp } from '../support/people.ts';
import { beginSession } from './support/account.ts';
import { answersTo } from './support/answers.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

const setRolesDocument = `mutation ($input: SetUserRolesInput!) {
  setUserRoles(input: $input) { __typename ... on UserError { message } } }`;

/** Somebody new, with this role alone. */
async function newPersonAs(role: string): Promise<Person> {
  const { address } = stage.server;
  const person = await signUp(address);
  const admin = await signInAs(address, 'admin');
  await admin.api.read(setRolesDocument, { input: { userId: person.userId, roles: [role] } });
  return person;
}

test.each([
  ['OWNER', ['Requests', 'Listings']],
  ['SUPPORT', ['Bookings', 'Payments', 'Users']],
  ['ANALYST', ['Dashboard']],
] as const)(
  'a person with the role %s comes to what it is for, sees these sections, and is refused in none',
  async (role, labels) => {
    const person = await newPersonAs(role);
    await using operator = await stage.visit();
    const { page } = operator;
    const refused: string[] = [];
    page.on('response', async (response) => {
      const text = response.url().endsWith('/graphql') ? await response.text().catch(() => '') : '';
      if (/FORBIDDEN|UNAUTHENTICATED|NOT_PERMITTED/.test(text)) refused.push(text);
    });
    await beginSession(operator.context, person);
    await page.goto('/admin');
    const menu = page.getByRole('navigation', { name: 'Sections' });
    await page.getByRole('heading', { level: 1, name: labels[0] }).waitFor();
    expect(await menu.getByRole('link').allInnerTexts()).toEqual(labels);
    for (const label of labels) {
      await menu.getByRole('link', { name: label }).click();
      await page.getByRole('heading', { level: 1, name: label === 'Listings' ? 'My listings' : label }).waitFor();
      await page.waitForLoadState('networkidle');
    }
    await page.goto('/admin/events');
    await page.getByText('This section is not for your role').waitFor();
    await page.goto('/admin/nowhere');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(refused).toEqual([]);
    expect(operator.trouble).toEqual([]);
  },
);

test('a traveler is told that this is the operators’ portal, and is led to the travelers’ app', async () => {
  await using traveler = await stage.visit();
  const { page } = traveler;
  await beginSession(traveler.context, demoAccounts.traveler);
  await page.goto('/admin/bookings');
  await page.getByRole('heading', { name: 'This portal is for operators' }).waitFor();
  await page.getByRole('link', { name: 'Meridian for travelers' }).click();
  await page.getByRole('heading', { name: 'Where next?' }).waitFor();
  expect(traveler.trouble).toEqual([]);
});

test('the dashboard says which report could not be loaded, shows the others, and loads it when asked again', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  const answers = await answersTo(page, 'Dashboard');
  answers.change(({ data }) => ({ data: { ...data, lookToBook: null }, errors: [{ message: 'analytics is down' }] }));
  await page.goto('/admin');
  const figures = page.getByRole('region', { name: 'From searching to booking' });
  await figures.getByText('This report could not be loaded.').waitFor();
  await page.getByRole('region', { name: 'Bookings by day' }).getByText('This report could not be loaded.').waitFor();
  const months = page.getByRole('region', { name: 'Revenue by month', exact: true });
  await months.getByText('In US dollars, net of refunds.').waitFor();
  expect(await months.getByText('could not be loaded').count()).toBe(0);
  answers.letThrough();
  await figures.getByRole('button', { name: 'Try again' }).click();
  await figures.getByText('Listing views').waitFor();
  expect(operator.trouble).toEqual([]);
});

test('roles change once they are confirmed, and an account leads to its payments', async () => {
  const person = await signUp(stage.server.address);
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto(`/admin/users?search=${person.userId}`);
  const roles = page.getByRole('combobox', { name: `Roles of ${person.name}` });
  const choose = async () => {
    await roles.click();
    await page.getByRole('option', { name: 'Support' }).click();
    await page.keyboard.press('Escape');
  };
  const dialog = page.getByRole('dialog', { name: `Change the roles of ${person.name}?` });
  await choose();
  await dialog.getByText('From Traveler to Traveler, Support.').waitFor();
  await dialog.getByRole('button', { name: 'Leave as they are' }).click();
  await roles.getByText('Traveler', { exact: true }).waitFor();
  await choose();
  await dialog.getByRole('button', { name: 'Change roles' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.reload();
  await roles.getByText('Traveler, Support').waitFor();
  await page.getByRole('link', { name: `Payments of ${person.name}` }).click();
  await page.getByText('No payment fits.').waitFor();
  expect(operator.trouble).toEqual([]);
});

test('a table is narrowed to one value and shows all again, and the address says so', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin/payments?state=nothing');
  const state = page.getByRole('combobox', { name: 'State' });
  expect(await state.inputValue()).toBe('');
  await state.selectOption('Failed');
  await page.waitForURL('**/admin/payments?state=FAILED');
  await page.getByText('No payment fits.').waitFor();
  await state.selectOption('All');
  await page.waitForURL('**/admin/payments');
  expect(operator.trouble).toEqual([]);
});

test('the former address of the operations page leads to it', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin/consumers');
  await page.waitForURL('**/admin/operations');
  await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor();
  expect(operator.trouble).toEqual([]);
});

test('live events that come in a pause are counted and kept, and an event leads to those about the same thing', async () => {
  await using operator = await stage.visit();
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin/events?type=user.created');
  await page.getByText('Live', { exact: true }).waitFor();
  await signUp(stage.server.address);
  await page.getByRole('row').nth(1).getByText('user.created').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await signUp(stage.server.address);
  const goOn = page.getByRole('button', { name: 'Go on (1 waiting)' });
  await goOn.waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await goOn.click();
  await page.getByRole('row').nth(2).waitFor();
  await page.getByRole('row').nth(1).getByRole('cell').last().click();
  await page.getByRole('button', { name: 'Only events about this' }).click();
  await page.waitForURL(/subject=usr_/);
  // What fits of that which is on the screen stays; the rest comes back without the filter.
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
  await page.getByRole('row').nth(1).getByText('user.created').waitFor();
  await page.reload();
  await page.getByText('Nothing that fits has happened').waitFor();
  await signUp(stage.server.address);
  await page.getByLabel('About (id)').fill('');
  await page.keyboard.press('Enter');
  await page.getByRole('row').nth(1).getByText('user.created').waitFor();
  expect(operator.trouble).toEqual([]);
});

test('on a phone the open section is in view, rows need no scrolling sideways, and the keyboard’s first stop leads past the sections', async () => {
  await using operator = await stage.visit({ viewport: { width: 390, height: 800 } });
  const { page } = operator;
  await beginSession(operator.context, demoAccounts.admin);
  await page.goto('/admin/operations');
  const section = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Operations' });
  await section.waitFor();
  const { x, width } = (await section.boundingBox()) ?? { x: -1, width: 0 };
  expect([x >= 0, x + width <= 390]).toEqual([true, true]);
  await page.getByRole('row').nth(1).waitFor();
  const sideways =
    'document.querySelector("[role=region]").scrollWidth - document.querySelector("[role=region]").clientWidth';
  expect(await page.evaluate(sideways)).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('*:focus').getAttribute('id')).toBe('content');
  expect(operator.trouble).toEqual([]);
});
