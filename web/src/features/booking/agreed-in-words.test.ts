import { expect, test } from '@jest/globals';
import { agreedInWords } from './agreed-in-words.ts';

const span = { startsAt: '2027-03-10T15:00', endsAt: '2027-03-12T11:00', timeZone: 'Europe/London' };

test('a stay says which room, when one may come and must go, for how long and for whom', () => {
  const lines = agreedInWords({ kind: 'STAY', ...span, adults: 3, children: 0, rooms: 2, room: 'Suite' });
  expect(lines[0]).toBe('2 × Suite');
  expect(lines[1]).toMatch(/^Check-in .*2027.*, from (3:00\sPM|15:00)$/);
  expect(lines[2]).toMatch(/^Check-out .*2027.*, until 11:00(\sAM)?$/);
  expect(lines[3]).toBe('2 nights, 3 guests, 2 rooms');
});

test('a car says where and when it is handed over, on whose clock', () => {
  const lines = agreedInWords({ kind: 'CAR', ...span, adults: 1, children: 0, rooms: null, pickUpPlace: 'Heathrow' });
  expect(lines).toEqual([
    expect.stringMatching(/^Pick-up .*2027.* at Heathrow$/),
    expect.stringMatching(/^Drop-off .*2027.*, 11:00(\sAM)?$/),
    'Times are London time',
  ]);
});

test('a flight that is gone still says when it flew and for how many', () => {
  const lines = agreedInWords({ kind: 'FLIGHT', ...span, adults: 1, children: 1, rooms: null });
  expect(lines).toEqual([expect.stringMatching(/2027.* – .*2027.* \(local times\)$/), '2 travelers']);
});
