import { expect, test } from '@jest/globals';
import type { Inbox } from '@meridian/platform/inbox/inbox';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import type { DealsTransaction } from '../src/ports/deals-store.ts';
import { handlersContract } from './handlers.contract.ts';
import { openHandlers } from './open-handlers.ts';

describeContract('the handlers of deals', handlersContract, () => openHandlers());

test('handlers without an inbox are caught', async () => {
  const inbox = (): Inbox => ({ claim: async (_transaction, _group, eventIds) => [...eventIds] });
  expect(await brokenCases(handlersContract, () => openHandlers({ inbox }))).toContain(
    'an event that is delivered twice has its effect once, in every stage',
  );
});

test('handlers that do not look at the state of a rule are caught', async () => {
  const books = (sound: DealsTransaction): DealsTransaction => ({
    ...sound,
    watches: {
      ...sound.watches,
      lookingAt: async (watched, of) =>
        (await sound.watches.lookingAt(watched, of)).map((watch) => ({
          ...watch,
          price: { phase: 'ARMED', lowest: null },
        })),
    },
  });
  expect(await brokenCases(handlersContract, () => openHandlers({ books }))).toContain(
    'a price that stays below the threshold is told once',
  );
});
