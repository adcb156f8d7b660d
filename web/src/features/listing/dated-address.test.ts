import { expect, test } from '@jest/globals';
import { datesInAddress } from './dated-address.ts';

test.each([
  [
    'a stay without dates is for one night',
    { kind: 'STAY', day: '2027-03-31' },
    'checkIn=2027-03-31&checkOut=2027-04-01',
  ],
  ['a car without dates is for one day', { kind: 'CAR', day: '2027-03-10' }, 'pickUp=2027-03-10&dropOff=2027-03-11'],
  [
    'the dates of the snapshot come first',
    { kind: 'STAY', startsAt: '2027-03-10T15:00', endsAt: '2027-03-14T11:00', day: '2027-01-01' },
    'checkIn=2027-03-10&checkOut=2027-03-14',
  ],
  ['a flight has its own', { kind: 'FLIGHT', startsAt: '2027-03-10T15:00', day: '2027-03-10' }, ''],
  ['nothing is made up where no day is known', { kind: 'STAY', startsAt: null, endsAt: null }, ''],
] as const)('%s', (_name, listing, expected) => {
  expect(new URLSearchParams(datesInAddress(listing)).toString()).toBe(expected);
});
