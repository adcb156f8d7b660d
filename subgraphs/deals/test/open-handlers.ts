import { join } from 'node:path';
import { createReferenceRates } from '@meridian/platform/exchange-rates/reference-rates';
import { createIds } from '@meridian/platform/ids/ids';
import type { Inbox } from '@meridian/platform/inbox/inbox';
import { createSqlInbox } from '@meridian/platform/inbox/sql-inbox';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createLiveHub } from '../src/adapters/memory-live-hub.ts';
import { openDealsFile } from '../src/adapters/open-database.ts';
import { createCreatePriceWatch } from '../src/application/create-price-watch.ts';
import { createRecordObservations } from '../src/application/record-observations.ts';
import { composeHandlers } from '../src/compose-handlers.ts';
import { createSqlParts } from '../src/compose-store.ts';
import type { Within } from '../src/events/consumed.ts';
import type { DealsTransaction } from '../src/ports/deals-store.ts';
import { startOfTests } from './harness.ts';

const clock = createManualClock(startOfTests);

type Mutations = Readonly<{
  books?: (sound: DealsTransaction) => DealsTransaction;
  inbox?: (inbox: Inbox) => Inbox;
  partSize?: number;
}>;

/** The handlers of deals on a fresh file, with what a test changes about them. */
export async function openHandlers(mutations: Mutations = {}) {
  const { books: mutateBooks = (sound) => sound, inbox: mutateInbox, partSize } = mutations;
  const folder = await temporaryFolder('deals');
  const database = await openDealsFile(join(folder.path, 'deals.db'));
  const ids = createIds();
  const rates = createReferenceRates();
  const { store, publisher, openBooks } = createSqlParts({ database, clock, ids });
  const inbox = createSqlInbox({ clock });
  const within: Within = (sql) => mutateBooks(openBooks(sql));
  return {
    database,
    store,
    inbox: mutateInbox?.(inbox) ?? inbox,
    within,
    ...composeHandlers({ within, publisher, rates, ids, clock, hub: createLiveHub(), partSize }),
    createPriceWatch: createCreatePriceWatch({ store, ids, clock, rates, watchesPerAccount: 200 }),
    recordHistory: createRecordObservations({ store, publisher, rates }),
    async [Symbol.asyncDispose]() {
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
