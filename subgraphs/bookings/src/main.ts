import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { bookingsSecrets, composeBookings } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'bookings',
  settings: readEnvironment(process.env),
  secrets: bookingsSecrets,
  topics,
  compose: (foundation, { folder, environment }) =>
    composeBookings({
      ...foundation,
      payments: { sandboxFile: folder.database('payments') },
      holdsPerAccount: environment.HOLDS_PER_ACCOUNT,
    }),
  backends: () => ({ payments: 'sandbox' }),
});
