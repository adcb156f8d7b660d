/**
 * What a visitor does who signs in on the playground: he goes from tab to tab and presses play, and hears in one window of what he
 * does in another.
 */

const timeout = 60_000;

/** GraphiQL takes up a tab's operation a moment after the tab was chosen; its button is pressed by nobody before that. */
const settleInMs = 1200;

/** Signs in with the form of the bar, and waits for the tabs. */
export async function signInOn(page, { address, email, password }) {
  await page.goto(`${address}/playground`);
  await page.getByRole('combobox', { name: /^Schema/ }).selectOption({ label: 'Whole graph, signed in' });
  await page.getByLabel('Address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout });
}

async function open(page, name) {
  await page.locator('.graphiql-tab', { hasText: name }).locator('button').first().click();
  await page.waitForTimeout(settleInMs);
}

const play = (page) => page.locator('.graphiql-execute-button').click();

/** Runs a tab's query or mutation. Answers what is wrong with its answer, or nothing. */
async function runTab(page, name) {
  await open(page, name);
  const isAnswer = (response) => response.url().endsWith('/graphql') && response.request().method() === 'POST';
  const [answer] = await Promise.all([page.waitForResponse(isAnswer, { timeout }), play(page)]);
  const { data, errors } = await answer.json();
  // A failure as data has a message; nothing else that these tabs ask for has.
  const failed = Object.values(data ?? {}).find((value) => typeof value?.message === 'string');
  return errors?.[0]?.message ?? failed?.message;
}

/** Runs all tabs but the subscription, in their order. Answers by name what was wrong. */
export async function runTabs(page) {
  const problems = {};
  const names = await page.locator('.graphiql-tab').allInnerTexts();
  for (const name of names.map((text) => text.trim()).filter((text) => text !== 'WatchAlerts')) {
    const problem = await runTab(page, name);
    if (problem) problems[name] = problem;
  }
  return { names, problems };
}

/** Listens in one window, makes a flight scarcer in another, and answers what the first one shows. */
export async function hearAlert(listening, acting) {
  await open(listening, 'WatchAlerts');
  const opened = listening.waitForEvent('websocket', { timeout });
  await play(listening);
  const socket = await opened;
  const told = socket.waitForEvent('framereceived', {
    predicate: ({ payload }) => String(payload).includes('PriceWatchTriggered'),
    timeout,
  });
  await runTab(acting, 'BookableFlights');
  await runTab(acting, 'HoldOffer');
  await told;
  await listening.locator('.result-window .view-line', { hasText: 'PriceWatchTriggered' }).first().waitFor({ timeout });
  return listening.locator('.result-window').textContent();
}
