import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import type { Credentials } from '../../support/people.ts';

/** Somebody new. */
export const newAccount = () => ({
  displayName: 'Ada Traveler',
  email: `browser-${randomUUID()}@meridian.example`,
  password: `a long one ${randomUUID()}`,
});

/** Fills the form on `/sign-up`, and waits until it is left. */
export async function signUpOn(page: Page, account: ReturnType<typeof newAccount>): Promise<void> {
  await page.getByLabel('Your name').fill(account.displayName);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('button', { name: 'Account', exact: true }).waitFor();
}

/** Makes an account for somebody new, who is signed in on this page afterwards. */
export async function signUpAnew(page: Page): Promise<ReturnType<typeof newAccount>> {
  const account = newAccount();
  await page.goto('/sign-up');
  await signUpOn(page, account);
  return account;
}

/** Fills the form on `/sign-in` and sends it. */
export async function signInOn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const signInDocument =
  'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on UserError { message } } }';

/** Begins a session without a page: the browser has its cookie afterwards, and the next page that is opened takes it up. */
export async function beginSession(context: BrowserContext, { email, password }: Credentials): Promise<void> {
  const variables = { input: { email, password } };
  const answer = await context.request.post('/graphql', { data: { query: signInDocument, variables } });
  const text = await answer.text();
  if (!text.includes('AuthenticatedSession')) throw new Error(`${email} was not signed in: ${text}`);
  // The page's own note that there is a session: without it, it asks for none.
  await context.addInitScript('localStorage.setItem("meridian.session", "1")');
}
