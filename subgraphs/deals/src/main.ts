import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { composeDeals } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'deals',
  settings: readEnvironment(process.env),
  topics,
  compose: (foundation, { environment }) =>
    composeDeals({ ...foundation, watchesPerAccount: environment.WATCHES_PER_ACCOUNT }),
});
