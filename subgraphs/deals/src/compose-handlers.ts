import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { createDetectDeals } from './application/detect-deals.ts';
import { createEndDeals } from './application/end-deals.ts';
import { createEvaluatePrices } from './application/evaluate-prices.ts';
import { createFollowListings } from './application/follow-listings.ts';
import { createFollowStock } from './application/follow-stock.ts';
import { forgetUser } from './application/forget-user.ts';
import { createPublishDeals } from './application/publish-deals.ts';
import { createRaiseAlerts } from './application/raise-alerts.ts';
import { createTagDeals } from './application/tag-deals.ts';
import { createStages, type Within } from './events/consumed.ts';
import type { LiveHub } from './ports/live-hub.ts';
import type { Publisher } from './ports/publisher.ts';

type Deps = Readonly<{
  /** Opens what deals keeps within the transaction of the consumer, so that effect and inbox commit together. */
  within: Within;
  publisher: Publisher;
  rates: ExchangeRates;
  ids: Ids;
  clock: Clock;
  hub: LiveHub;
}>;

/** The consumers of deals. */
export function composeStages(deps: Deps) {
  const endDeals = createEndDeals(deps);
  const raiseAlerts = createRaiseAlerts(deps);
  const evaluatePrices = createEvaluatePrices({ ...deps, raiseAlerts });
  return createStages({
    within: deps.within,
    followListings: createFollowListings({ ...deps, evaluatePrices, endDeals }),
    followStock: createFollowStock({ ...deps, raiseAlerts, endDeals }),
    forgetUser,
    detectDeals: createDetectDeals(deps),
    tagDeals: createTagDeals(deps),
    publishDeals: createPublishDeals({ ...deps, endDeals }),
  });
}
