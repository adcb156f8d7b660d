import { chromium } from 'playwright-core';

/**
 * Looks at a running server in a real browser: the front page, and the playground with one of its examples run. Prints what it
 * saw and keeps pictures.
 *
 * node e2e/browser/playground.mjs [address] [folder for pictures]
 */
const [address = 'http://127.0.0.1:4000', folder = '/tmp'] = process.argv.slice(2);
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
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const trouble = [];
  const foreign = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob|ws):/.test(url)) foreign.push(url);
  });
  await page.goto(`${address}/`);
  await page.screenshot({ path: `${folder}/front-page.png` });
  await page.goto(`${address}/playground`);
  await page.locator('.graphiql-execute-button').waitFor({ timeout: 60_000 });
  await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 });
  await page.screenshot({ path: `${folder}/playground.png` });
  const tabs = await page.locator('.graphiql-tab').allInnerTexts();
  await page.locator('.graphiql-execute-button').click();
  await page.locator('.result-window .view-line', { hasText: 'data' }).first().waitFor({ timeout: 60_000 });
  await page.screenshot({ path: `${folder}/playground-result.png` });
  console.log(JSON.stringify({ tabs, trouble, foreign }, null, 2));
  process.exitCode = trouble.length + foreign.length > 0 ? 1 : 0;
} finally {
  await browser.close();
}
