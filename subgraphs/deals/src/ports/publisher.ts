import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { dealNormalized, dealScored, dealTagged } from '@meridian/schema/events/deals';
import type { DataOf } from '@meridian/schema/events/define-event';
import type { Deal, EndReason } from '../domain/deal.ts';
import type { Alert, PriceWatch } from '../domain/price-watch.ts';

/** A price on the common basis, with the key under which it is compared. */
export type Normalized = DataOf<typeof dealNormalized>;
/** A price with what its comparison came to. */
export type Scored = DataOf<typeof dealScored>;
/** A compared price with its tags. */
export type Tagged = DataOf<typeof dealTagged>;

/** What caused an event: its id, and its trace. */
export type Cause = Pick<CloudEvent, 'id' | 'traceparent'>;

/** Every event that deals publishes. Each carries the time of the observation it rests on, not of its making. */
export type Publisher = Readonly<{
  normalized(data: Normalized, cause?: Cause): OutgoingEvent;
  scored(data: Scored, cause: Cause): OutgoingEvent;
  tagged(data: Tagged, cause: Cause): OutgoingEvent;
  published(deal: Deal, cause?: Cause): OutgoingEvent;
  ended(deal: Deal, reason: EndReason, at: number): OutgoingEvent;
  watchTriggered(alert: Alert, watch: PriceWatch, cause: Cause): OutgoingEvent;
}>;
