import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { createDetectDeals } from './application/detect-deals.ts';
import { createEndDeals } from './application/end-deals.ts';
import { createEvaluatePrices } from './application/evaluate-prices.ts';
import { createFollowListings } from './application/follow-listings.ts';
import { createFollowStock } from './application/follow-stock.ts';
import { createForgetUser } from './application/forget-user.ts';
import { createPublishDeals } from './application/publish-deals.ts';
import { createRaiseAlerts } from './application/raise-alerts.ts';
import { createTagDeals } from './application/tag-deals.ts';
import type { Books } from './books.ts';
import { createStages } from './events/consumed.ts';
import type { LiveHub } from './ports/live-hub.ts';

/** The consumers of deals over its books. */
export function composeStages(deps: Books & Readonly<{ ids: Ids; clock: Clock; hub: LiveHub }>) {
  const endDeals = createEndDeals(deps);
  const raiseAlerts = createRaiseAlerts(deps);
  const evaluatePrices = createEvaluatePrices({ ...deps, raiseAlerts });
  return createStages({
    followListings: createFollowListings({ ...deps, evaluatePrices, endDeals }),
    followStock: createFollowStock({ ...deps, raiseAlerts, endDeals }),
    forgetUser: createForgetUser(deps),
    detectDeals: createDetectDeals(deps),
    tagDeals: createTagDeals(deps),
    publishDeals: createPublishDeals({ ...deps, endDeals }),
  });
}
