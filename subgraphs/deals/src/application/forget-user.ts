import type { DealsTransaction } from '../ports/deals-store.ts';

/** Forgets what was kept of an account that is gone: its watches and its inbox. */
export async function forgetUser({ watches, alerts }: DealsTransaction, userId: string): Promise<void> {
  await watches.removeOf(userId);
  await alerts.removeOf(userId);
}
