import type { Page } from 'playwright-core';

/** Chooses a place by its code or name from what the field offers. */
export async function choosePlace(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('listbox').getByRole('option').filter({ hasText: text }).first().click();
}
