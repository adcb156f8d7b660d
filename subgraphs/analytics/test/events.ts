import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { LogRecord } from '@meridian/platform/event-log/event-log';

export type TestItem = Readonly<{
  listingId: string;
  ownerId: string;
  city: string;
  countryCode: string;
  totalMinor: number;
}>;
export type TestBooking = Readonly<{
  bookingId: string;
  currency: string;
  refundedMinor: number;
  items: readonly TestItem[];
}>;

/** A booking's data as `schema/events/bookings.ts` wants it. */
export const bookingData = (booking: TestBooking, state: string) => ({
  bookingId: booking.bookingId,
  userId: 'usr_traveler',
  state,
  currency: booking.currency,
  totalMinor: booking.items.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  refundedMinor: state === 'CANCELLED' ? booking.refundedMinor : 0,
  createdAt: '2027-03-01T09:00:00.000Z',
  items: booking.items.map((item, index) => ({
    itemId: `itm_${index}`,
    kind: 'STAY',
    startsAt: '2027-04-01T15:00',
    endsAt: '2027-04-03T11:00',
    slots: [],
    ...item,
  })),
});

type Described = Readonly<{ id: string; type: string; time: string; subject: string; data: unknown }>;

export const eventOf = ({ id, type, time, subject, data }: Described): CloudEvent => ({
  specversion: '1.0',
  id,
  source: '/meridian/test',
  type,
  time,
  subject,
  datacontenttype: 'application/json',
  dataschema: `${type}/1`,
  partitionkey: subject,
  sequence: 1,
  data,
});

/** A record as the log delivers it. */
export const recordOf = (
  event: CloudEvent,
  topic: string,
  place: number | Readonly<{ partition: number; offset: number }>,
): LogRecord => ({
  topic,
  ...(typeof place === 'number' ? { partition: 0, offset: place } : place),
  key: event.subject,
  eventId: event.id,
  value: JSON.stringify(event),
  appendedAt: Date.parse(event.time),
});
