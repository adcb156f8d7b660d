import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { composeListings } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'listings',
  settings: readEnvironment(process.env),
  topics,
  compose: (foundation, { environment }) =>
    composeListings({ ...foundation, exchangeRatesUrl: environment.EXCHANGE_RATES_URL }),
  backends: ({ EXCHANGE_RATES_URL: url }) => ({ rates: url === undefined ? 'reference table' : 'http' }),
});
