import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import { createEventFactory } from '@meridian/platform/event-log/create-event';
import { createIds } from '@meridian/platform/ids/ids';
import type { EventType } from '@meridian/schema/events/define-event';
import { type AirportState, airportDeleted, airportUpdated } from '@meridian/schema/events/listings';

const createEvent = createEventFactory({
  source: '/meridian/listings',
  clock: { now: () => Date.parse('2027-03-01T08:00:00.000Z') },
  ids: createIds(),
});

type Told = Readonly<{ topic: string; event: CloudEvent }>;

const told = <Data extends Readonly<{ code: string; version: number }>>(event: EventType<Data>, data: Data): Told => ({
  topic: event.topic,
  event: createEvent({ type: event.type, version: event.version, subject: data.code, sequence: data.version, data }),
});

const somewhere: Omit<AirportState, 'code' | 'version'> = {
  icao: null,
  airportName: 'Somewhere',
  city: 'Somewhere',
  countryCode: 'PT',
  subdivision: null,
  latitude: 38.77,
  longitude: -9.13,
  elevationInFeet: null,
  timeZone: 'Europe/Lisbon',
  size: 'large',
  scheduledService: true,
  keywords: [],
};

/** As listings tells that there is an airport under a code. */
export const airportTold = (code: string, version: number): Told =>
  told(airportUpdated, { ...somewhere, code, version });

/** As listings tells that there is none any more. */
export const airportGone = (code: string, version: number): Told => told(airportDeleted, { code, version });
