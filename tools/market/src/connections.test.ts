import { describe, expect, test } from '@jest/globals';
import { buildConnections } from './connections.ts';
import type { Leg } from './network.ts';

const leg = (origin: string, destination: string, departureMinute: number): Leg => ({
  ...{ carrier: 'X2', flightNumber: '101', origin, destination, departureMinute },
  ...{ distanceInKm: 800, durationInMinutes: 60, aircraft: 'Airbus A321neo' },
});

/** Lands at B at 11:00 where A keeps B's time; leaves for C so many minutes later. Nothing flies back to A. */
const sold = (waits: readonly number[], offsets: Readonly<Record<string, readonly number[]>> = {}): number[] =>
  buildConnections(
    [leg('A', 'B', 600), leg('C', 'B', 0), ...waits.map((wait) => leg('B', 'C', 660 + wait))],
    (airport) => offsets[airport] ?? [0],
  ).map(([, second]) => (second?.departureMinute ?? 0) - 660);

describe('connections', () => {
  test.each([[45], [104], [301], [360], [700]])(
    'are not sold when one change of clocks may spoil a wait of %i minutes',
    (wait) => {
      expect(sold([wait])).toEqual([]);
    },
  );

  test('are sold with waits of 105 minutes to five hours, the shortest of those that there are', () => {
    expect([sold([105]), sold([300]), sold([30, 200, 150])]).toEqual([[105], [300], [150]]);
  });

  test('have a good wait in summer and in winter', () => {
    // A's clocks are ahead in summer: what leaves there at 10:00 lands an hour earlier.
    const summerAtA = { A: [0, 60], B: [0, 0], C: [0, 0] };
    expect([sold([240], summerAtA), sold([241], summerAtA)]).toEqual([[240], []]);
  });
});
