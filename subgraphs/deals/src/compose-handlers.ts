import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { createDetectDeals } from './application/detect-deals.ts';
import { createEndDeals } from './application/end-deals.ts';
import { createEvaluateWatches } from './application/evaluate-watches.ts';
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
  /** How many watches one transaction moves; see {@link createEvaluateWatches}. */
  partSize?: number | undefined;
}>;

/** The consumers of deals, and what goes on with what they leave to be done. */
export function composeHandlers(deps: Deps) {
  const endDeals = createEndDeals(deps);
  const raiseAlerts = createRaiseAlerts(deps);
  const evaluateWatches = createEvaluateWatches({ ...deps, raiseAlerts });
  const stages = createStages({
    within: deps.within,
    followListings: createFollowListings({ ...deps, evaluateWatches, endDeals }),
    followStock: createFollowStock({ evaluateWatches, endDeals }),
    forgetUser,
    detectDeals: createDetectDeals(deps),
    tagDeals: createTagDeals(deps),
    publishDeals: createPublishDeals({ ...deps, endDeals }),
  });
  return { stages, evaluateWatches };
}
