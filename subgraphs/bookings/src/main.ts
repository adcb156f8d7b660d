import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { composeBookings } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'bookings',
  settings: readEnvironment(process.env),
  topics,
  compose: (foundation, { folder }) =>
    composeBookings({
      ...foundation,
      payments: { sandboxFile: folder.database('payments') },
      offerPublicKeys: foundation.secrets.offerKeys.map(({ kid, publicKey }) => ({ kid, publicKey })),
    }),
  backends: () => ({ payments: 'sandbox' }),
});
