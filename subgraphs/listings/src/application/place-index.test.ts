import { expect, test } from '@jest/globals';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import type { NamedPlace, ReferenceData } from '../ports/reference-data.ts';
import { createPlaceIndex } from './place-index.ts';

const london: NamedPlace = {
  id: 'plc_london',
  key: 'GB|london',
  label: 'London, GB',
  kind: 'CITY',
  name: 'London',
  cityKey: 'GB|london',
  countryCode: 'GB',
  latitude: 51.5,
  longitude: -0.1,
  airportCode: null,
  weight: 9,
  otherNames: [],
};

/** Reference data that can be made to fail. */
function openReference() {
  const state = { fails: false };
  const reference = {
    allPlaces: async () => [london],
    placesRevision: async () => {
      if (state.fails) throw new Error('the database is away');
      return 1;
    },
  } as unknown as ReferenceData;
  return { state, reference };
}

const query = { text: 'lon', first: 5 };

test('two searches at once see the same world, also the very first ones', async () => {
  const index = createPlaceIndex({ reference: openReference().reference, clock: createManualClock(0) });
  const [first, second] = await Promise.all([index.find(query), index.find(query)]);
  expect(first.map(({ id }) => id)).toEqual(['plc_london']);
  expect(second).toEqual(first);
});

test('a look that failed is taken again by the next search, not after a second', async () => {
  const { state, reference } = openReference();
  const index = createPlaceIndex({ reference, clock: createManualClock(0) });
  state.fails = true;
  await expect(index.find(query)).rejects.toThrow('the database is away');
  state.fails = false;
  expect(await index.find(query)).toHaveLength(1);
});
