import { join } from 'node:path';
import { createReferenceRates } from '@meridian/platform/exchange-rates/reference-rates';
import { createIds } from '@meridian/platform/ids/ids';
import type { Inbox } from '@meridian/platform/inbox/inbox';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createLiveHub } from '../src/adapters/memory-live-hub.ts';
import { openDealsFile } from '../src/adapters/open-database.ts';
import { createRecordObservations } from '../src/application/record-observations.ts';
import { composeStages } from '../src/compose-handlers.ts';
import { createSqlParts } from '../src/compose-store.ts';
import type { DealsTransaction } from '../src/ports/deals-store.ts';
import { startOfTests } from './harness.ts';

const clock = createManualClock(startOfTests);

type Mutations = Readonly<{ books?: (sound: DealsTransaction) => DealsTransaction; inbox?: (inbox: Inbox) => Inbox }>;

/** The handlers of deals on a fresh file, with what a test changes about them. */
export async function openHandlers({ books: mutateBooks = (sound) => sound, inbox: mutateInbox }: Mutations = {}) {
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
