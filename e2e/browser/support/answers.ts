import type { Page, Route } from 'playwright-core';

/** An answer of the graph. */
type Answer = Readonly<{ data?: Readonly<Record<string, unknown>> | null; errors?: readonly unknown[] }>;

/** What comes of an operation of a page from now on: the server gets it, but the answer may fail on its way. */
export type Answers = Readonly<{
  /** The page hears nothing. */
  lose(): void;
  /** The page hears what `change` makes of the answer. */
  change(change: (answer: Answer) => Answer): void;
  letThrough(): void;
  /** The page hears nothing until the answer to this is called; then all that has come meanwhile, and what comes. */
  keepWaiting(): () => void;
}>;

/** Stands between a page and the answers to one operation. */
export async function answersTo(page: Page, operationName: string): Promise<Answers> {
  let pass: (route: Route) => Promise<void> = (route) => route.continue();
  await page.route('**/graphql', async (route) => {
    const sent = route.request().postData() ?? '';
    await (sent.includes(`"operationName":"${operationName}"`) ? pass(route) : route.fallback());
  });
  return {
    lose() {
      pass = async (route) => {
        await route.fetch();
        await route.abort();
      };
    },
    change(change) {
      pass = async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: change((await response.json()) as Answer) });
      };
    },
    letThrough() {
      pass = (route) => route.continue();
    },
    keepWaiting() {
      let open = () => {};
      const isOpen = new Promise<void>((resolve) => {
        open = resolve;
      });
      pass = (route) => isOpen.then(() => route.continue());
      return () => open();
    },
  };
}
