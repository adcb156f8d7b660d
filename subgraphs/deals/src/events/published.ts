import type { EventFactory } from '@meridian/platform/event-log/create-event';
import {
  dealEnded,
  dealNormalized,
  dealPublished,
  dealScored,
  dealTagged,
  watchTriggered,
} from '@meridian/schema/events/deals';
import type { EventType } from '@meridian/schema/events/define-event';
import type { Deal } from '../domain/deal.ts';
import type { Alert } from '../domain/price-watch.ts';
import type { Cause, Normalized, Publisher, Scored } from '../ports/publisher.ts';

type Envelope = Readonly<{ subject: string; sequence: number; time: string; cause?: Cause | undefined }>;

const iso = (instant: number): string => new Date(instant).toISOString();

/** @param deps.events makes the envelopes; every event's data is checked against its schema before it leaves */
export function createPublisher({ events }: { events: EventFactory }): Publisher {
  const make = <Data>(type: EventType<Data>, data: Data, { subject, sequence, time, cause }: Envelope) => ({
    topic: type.topic,
    event: events({
      type: type.type,
      version: type.version,
      subject,
      sequence,
      time,
      data: type.schema.parse(data),
      ...(cause ? { causationid: cause.id } : {}),
      ...(cause?.traceparent ? { traceparent: cause.traceparent } : {}),
    }),
  });
  // Prices of one key are compared with each other, so their order among themselves is what has to hold.
  const ofKey = (data: Normalized, cause?: Cause): Envelope => ({
    subject: data.comparableKey,
    sequence: data.listingVersion ?? 1,
    time: data.observedAt,
    cause,
  });
  const ofListing = (data: Scored, cause: Cause): Envelope => ({
    ...ofKey(data, cause),
    subject: data.listingId ?? data.comparableKey,
  });
  return {
    normalized: (data, cause) => make(dealNormalized, data, ofKey(data, cause)),
    scored: (data, cause) => make(dealScored, data, ofListing(data, cause)),
    tagged: (data, cause) => make(dealTagged, data, ofListing(data, cause)),
    published: (deal, cause) => make(dealPublished, publishedData(deal), { ...ofDeal(deal, deal.detectedAt), cause }),
    ended: (deal, reason, at) =>
      make(dealEnded, { dealId: deal.id, listingId: deal.listingId, reason }, ofDeal(deal, at)),
    watchTriggered: (alert, watch, cause) =>
      make(watchTriggered, triggeredData(alert), {
        subject: watch.id,
        sequence: watch.version,
        time: iso(alert.detectedAt),
        cause,
      }),
  };
}

const ofDeal = (deal: Deal, at: number): Envelope => ({ subject: deal.id, sequence: deal.revision, time: iso(at) });

const publishedData = (deal: Deal) => ({
  dealId: deal.id,
  listingId: deal.listingId,
  kind: deal.kind,
  score: deal.score,
  priceMinor: deal.price.minor,
  currency: deal.price.currency,
  observedAt: iso(deal.observedAt),
  detectedAt: iso(deal.detectedAt),
});

const triggeredData = (alert: Alert) => ({
  alertId: alert.id,
  watchId: alert.watchId,
  userId: alert.userId,
  listingId: alert.listingId,
  reason: alert.reason,
  priceMinor: alert.price.minor,
  currency: alert.price.currency,
  observedAt: iso(alert.observedAt),
  detectedAt: iso(alert.detectedAt),
});
