import { ratesBackend } from '@meridian/platform/exchange-rates/open-exchange-rates';
import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { analyticsSecrets, composeAnalytics } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'analytics',
  settings: readEnvironment(process.env),
  secrets: analyticsSecrets,
  topics,
  compose: (foundation, { environment }) =>
    composeAnalytics({ ...foundation, exchangeRatesUrl: environment.EXCHANGE_RATES_URL }),
  backends: ({ EXCHANGE_RATES_URL: url }) => ratesBackend(url),
});
