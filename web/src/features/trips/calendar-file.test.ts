import { expect, test } from '@jest/globals';
import { calendarFileOf } from './calendar-file.ts';
import { type Trip, whereTo } from './trip.ts';

const flight = {
  id: 'itm_1',
  endTimeZone: 'Europe/London',
  snapshot: {
    kind: 'FLIGHT',
    title: 'New York → London; direct, daily',
    place: 'New York – London',
    startsAt: '2027-03-10T21:30',
    endsAt: '2027-03-11T09:05',
    timeZone: 'America/New_York',
  },
};
const trip = { reference: 'MER-7K3Q-9XZ2', createdAt: '2027-01-31T08:05:09.123Z', items: [flight] } as unknown as Trip;

test('a flight stands in the calendar on the clocks of its two airports', () => {
  const lines = calendarFileOf(trip).split('\r\n');
  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meridian//Trips//EN',
    'BEGIN:VEVENT',
    'UID:itm_1@meridian',
    'DTSTAMP:20270131T080509Z',
    'DTSTART;TZID=America/New_York:20270310T213000',
    'DTEND;TZID=Europe/London:20270311T090500',
    'SUMMARY:New York → London\\; direct\\, daily',
    'LOCATION:New York – London',
    'DESCRIPTION:Booking MER-7K3Q-9XZ2',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('long lines are folded at 75 octets, and say the same once they are joined', () => {
  const title = 'Überlandfahrt '.repeat(12);
  const long = { ...trip, items: [{ ...flight, snapshot: { ...flight.snapshot, title } }] } as unknown as Trip;
  const lines = calendarFileOf(long).split('\r\n');
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(calendarFileOf(long).replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});

test('a trip is called by where one goes', () => {
  expect(whereTo(trip)).toBe('New York – London');
  const stay = { ...flight, snapshot: { ...flight.snapshot, kind: 'STAY', title: 'River House', place: 'Singapore' } };
  expect(whereTo({ ...trip, items: [stay] } as unknown as Trip)).toBe('River House, Singapore');
});
