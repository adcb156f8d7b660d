import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger } from '@meridian/platform/observability/logger';
import { systemClock as clock } from '@meridian/platform/time/clock';
import type { OfferClaims } from '@meridian/schema/contracts/offer';
import { type FlightState, listingCreated } from '@meridian/schema/events/listings';
import { topics } from '@meridian/schema/events/registry';

/** A segment with its seats; itineraries that name the same one compete for them. */
export type Segment = Readonly<{ resource: string; seats: number }>;
export type Itinerary = Readonly<{ id: string; segments: readonly Segment[] }>;

const day = '2030-06-01';

const segmentState = (segment: Segment): FlightState['segments'][number] => ({
  resource: segment.resource,
  carrier: 'ME',
  flightNumber: '100',
  origin: 'SIN',
  destination: 'LIS',
  departsAt: `${day}T09:30`,
  departureTimeZone: 'Asia/Singapore',
  arrivesAt: `${day}T20:10`,
  arrivalTimeZone: 'Europe/Lisbon',
  durationInMinutes: 1_120,
  seats: [{ cabin: 'ECONOMY', capacity: segment.seats }],
});

const cancellation = { name: 'FLEXIBLE' as const, steps: [{ hoursBefore: 24, refundPercent: 100 }] };

const stateOf = ({ id, segments }: Itinerary) => ({
  id,
  version: 1,
  ownerId: 'usr_owner',
  status: 'PUBLISHED' as const,
  title: 'A race',
  city: 'Lisbon',
  countryCode: 'PT',
  latitude: 38.7,
  longitude: -9.1,
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  fromPriceMinor: 10_000,
  cancellation,
  instantBook: true,
  rating: null,
  kind: 'FLIGHT' as const,
  origin: 'SIN',
  destination: 'LIS',
  departsAt: `${day}T09:30`,
  arrivesAt: `${day}T20:10`,
  arrivalTimeZone: 'Europe/Lisbon',
  durationInMinutes: 1_120,
  stops: segments.length - 1,
  segments: segments.map(segmentState),
  fares: [
    {
      id: `far_${id}`,
      cabin: 'ECONOMY' as const,
      bucket: 'Light',
      limit: 1_000,
      priceMinor: 10_000,
      taxMinor: 0,
      feeMinor: 0,
      refundable: true,
    },
  ],
});

/** Announces itineraries in the event log of a data folder, as listings would. */
export async function announce(logFile: string, itineraries: readonly Itinerary[]): Promise<void> {
  await using log = await openSqliteEventLog({ file: logFile, clock, logger: silentLogger });
  await log.declareTopics(topics);
  const createEvent = createEventFactory({ source: '/meridian/listings', clock, ids: createIds() });
  await log.append(
    itineraries.map((itinerary) => {
      const { type, version, topic } = listingCreated;
      const event = createEvent({ type, version, subject: itinerary.id, sequence: 1, data: stateOf(itinerary) });
      return { topic, key: itinerary.id, eventId: event.id, value: JSON.stringify(event) };
    }),
  );
}

/** The claims of an offer for one seat on every segment of an itinerary. */
export function claimsFor({ id, segments }: Itinerary): OfferClaims {
  const iat = Math.floor(Date.now() / 1000);
  return {
    iss: 'meridian/listings',
    aud: 'public',
    jti: `off_${id}`,
    iat,
    exp: iat + 900,
    listingId: id,
    listingVersion: 1,
    kind: 'FLIGHT',
    ownerId: 'usr_owner',
    currency: 'EUR',
    totalMinor: 10_000,
    lines: [{ kind: 'PRICE', label: 'Fare', amountMinor: 10_000 }],
    slots: segments.map(({ resource }) => ({
      resource: `${resource}/ECONOMY`,
      slot: day,
      units: 1,
      bucket: `far_${id}`,
    })),
    party: { adults: 1, children: 0 },
    cancellation,
    instantBook: true,
    snapshot: {
      title: 'A race',
      place: 'Singapore – Lisbon',
      city: 'Lisbon',
      countryCode: 'PT',
      startsAt: `${day}T09:30`,
      endsAt: `${day}T20:10`,
      timeZone: 'Asia/Singapore',
      endTimeZone: 'Europe/Lisbon',
    },
  };
}
