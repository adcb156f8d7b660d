import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createReferenceRates } from '@meridian/platform/exchange-rates/reference-rates';
import { createIds } from '@meridian/platform/ids/ids';
import type { Inbox } from '@meridian/platform/inbox/inbox';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createLiveHub } from '../src/adapters/memory-live-hub.ts';
import { openDealsFile } from '../src/adapters/open-database.ts';
import { createRecordObservations } from '../src/application/record-observations.ts';
import { composeStages } from '../src/compose-handlers.ts';
import { createSqlParts } from '../src/compose-store.ts';
import type { DealsTransaction } from '../src/ports/deals-store.ts';
import { handlersContract } from './handlers.contract.ts';
import { startOfTests } from './harness.ts';

const clock = createManualClock(startOfTests);

type Mutations = Readonly<{ books?: (sound: DealsTransaction) => DealsTransaction; inbox?: (inbox: Inbox) => Inbox }>;

async function openHandlers({ books: mutateBooks = (sound) => sound, inbox: mutateInbox }: Mutations = {}) {
  const folder = await temporaryFolder('deals');
  const database = await openDealsFile(join(folder.path, 'deals.db'));
  const ids = createIds();
  const rates = createReferenceRates();
  const { store, publisher, openBooks } = createSqlParts({ database, clock, ids });
  const inbox = createSqlInbox({ clock });
  return {
    database,
    store,
    inbox: mutateInbox?.(inbox) ?? inbox,
    stages: composeStages({
      within: (sql) => mutateBooks(openBooks(sql)),
      publisher,
      rates,
      ids,
      clock,
      hub: createLiveHub(),
    }),
    recordHistory: createRecordObservations({ store, publisher, rates }),
    async [Symbol.asyncDispose]() {
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

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
      lookingAt: async (of) =>
        (await sound.watches.lookingAt(of)).map((watch) => ({
          ...watch,
          price: { phase: 'ARMED', lowest: null },
        })),
    },
  });
  expect(await brokenCases(handlersContract, () => openHandlers({ books }))).toContain(
    'a price that stays below the threshold is told once',
  );
});
