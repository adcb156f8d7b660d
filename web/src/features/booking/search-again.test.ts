import { describe, expect, test } from '@jest/globals';
import { pageAgain, type Sought, searchAgain } from './search-again.ts';

const flight = (id: string, from: string, to: string) =>
  ({
    __typename: 'Flight',
    id,
    origin: { code: from, place: { id: `plc_${from}` } },
    destination: { code: to, place: { id: `plc_${to}` } },
  }) as Sought['listing'];

const sought = (more: Partial<Sought>): Sought => ({
  ...{ listing: null, startsAt: '2027-03-10T08:30', endsAt: '2027-03-12T20:00', adults: 2, children: 1, rooms: null },
  ...more,
});

describe('searching again', () => {
  test('for a flight asks for the same way, day and party', () => {
    expect(searchAgain([sought({ listing: flight('flt_1', 'JFK', 'LHR') })])).toEqual({
      kind: 'FLIGHT',
      search: { from: 'plc_JFK', to: 'plc_LHR', date: '2027-03-10', adults: 2, children: 1, return: undefined },
    });
  });

  test('for a way there and back asks for both days; a flight that goes on asks for one', () => {
    const out = sought({ listing: flight('flt_1', 'JFK', 'LHR') });
    const back = sought({ listing: flight('flt_2', 'LHR', 'JFK'), startsAt: '2027-03-17T11:00' });
    const on = sought({ listing: flight('flt_3', 'LHR', 'CDG'), startsAt: '2027-03-17T11:00' });
    expect(searchAgain([out, back])?.search).toMatchObject({ date: '2027-03-10', return: '2027-03-17' });
    expect(searchAgain([out, on])?.search).toMatchObject({ return: undefined });
    expect(pageAgain([out, back])).toMatchObject({ id: 'flt_1', search: { return: 'flt_2', adults: 2, children: 1 } });
  });

  test('for a stay asks for the same nights, guests and rooms, and for a car for the same times', () => {
    const stay = sought({ listing: { __typename: 'Stay', id: 'sty_1', place: { id: 'plc_1' } } as Sought['listing'] });
    const visit = { checkIn: '2027-03-10', checkOut: '2027-03-12', guests: 3, rooms: 2 };
    expect(searchAgain([{ ...stay, rooms: 2 }])).toEqual({ kind: 'STAY', search: { place: 'plc_1', ...visit } });
    expect(pageAgain([{ ...stay, rooms: 2 }])).toEqual({ kind: 'STAY', id: 'sty_1', search: visit });
    const car = sought({ listing: { __typename: 'Car', id: 'car_1', place: null } as Sought['listing'] });
    const hire = { pickUp: '2027-03-10', pickUpTime: '08:30', dropOff: '2027-03-12', dropOffTime: '20:00' };
    expect(pageAgain([car])).toEqual({ kind: 'CAR', id: 'car_1', search: hire });
  });

  test('for what is gone begins anew', () => {
    expect([searchAgain([sought({})]), pageAgain([sought({})]), searchAgain([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
