import { ratesBackend } from '@meridian/platform/exchange-rates/open-exchange-rates';
import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { composeDeals, dealsSecrets } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'deals',
  settings: readEnvironment(process.env),
  secrets: dealsSecrets,
  topics,
  compose: (foundation, { environment }) =>
    composeDeals({
      ...foundation,
      exchangeRatesUrl: environment.EXCHANGE_RATES_URL,
      watchesPerAccount: environment.WATCHES_PER_ACCOUNT,
    }),
  backends: ({ EXCHANGE_RATES_URL: url }) => ratesBackend(url),
});
