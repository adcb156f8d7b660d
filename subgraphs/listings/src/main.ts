import { ratesBackend } from '@meridian/platform/exchange-rates/open-exchange-rates';
import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { composeListings, listingsSecrets } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'listings',
  settings: readEnvironment(process.env),
  secrets: listingsSecrets,
  topics,
  compose: (foundation, { environment }) =>
    composeListings({ ...foundation, exchangeRatesUrl: environment.EXCHANGE_RATES_URL }),
  backends: ({ EXCHANGE_RATES_URL: url }) => ratesBackend(url),
});
