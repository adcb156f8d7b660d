import { chromium } from 'playwright-core';
import { hearAlert, runTabs, signInOn } from './signed-in.mjs';

/**
 * Looks at a running server in a real browser: the developers' page, the playground with one of its public examples run, and then all
 * that its form lets the demo traveler do. Prints what it saw and keeps pictures.
 *
 * node e2e/browser/playground.mjs [address] [folder for pictures]
 */
const [address = 'http://127.0.0.1:4000', folder = '/tmp'] = process.argv.slice(2);
const traveler = { address, email: 'traveler@meridian.example', password: 'sunny-harbour-42' };
const timeout = 60_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const trouble = [];
const foreign = [];

async function openPage() {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob|ws):/.test(url)) foreign.push(url);
  });
  return page;
}

async function lookAtPublicPages() {
  const page = await openPage();
  await page.goto(`${address}/developers`);
  await page.screenshot({ path: `${folder}/front-page.png` });
  await page.goto(`${address}/playground`);
  await page.locator('.graphiql-execute-button').waitFor({ timeout });
  await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout });
  await page.screenshot({ path: `${folder}/playground.png` });
  const tabs = await page.locator('.graphiql-tab').allInnerTexts();
  await page.locator('.graphiql-execute-button').click();
  await page.locator('.result-window .view-line', { hasText: 'data' }).first().waitFor({ timeout });
  await page.screenshot({ path: `${folder}/playground-result.png` });
  return tabs;
}

async function goThroughTabs() {
  const [acting, listening] = [await openPage(), await openPage()];
  await signInOn(acting, traveler);
  const { names, problems } = await runTabs(acting);
  await signInOn(listening, traveler);
  const heard = await hearAlert(listening, acting);
  await listening.screenshot({ path: `${folder}/playground-alert.png` });
  return { names, problems, heard };
}

try {
  const publicTabs = await lookAtPublicPages();
  const signedIn = await goThroughTabs();
  console.log(JSON.stringify({ publicTabs, signedIn, trouble, foreign }, null, 2));
  process.exitCode = trouble.length + foreign.length + Object.keys(signedIn.problems).length > 0 ? 1 : 0;
} finally {
  await browser.close();
}
