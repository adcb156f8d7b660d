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

const munich: NamedPlace = {
  ...london,
  id: 'plc_munich',
  key: 'DE|munich',
  label: 'Munich, DE',
  name: 'Munich',
  cityKey: 'DE|munich',
  countryCode: 'DE',
};

/** Reference data that can be made to fail. */
function openReference() {
  const state = { fails: false };
  const reference = {
    allPlaces: async () => [london, munich],
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

test.each([
  ['a city by the name that its own people have for it', 'münchen', ['plc_munich']],
  ['the places of a country', 'germany', ['plc_munich']],
  ['those of a country by its beginning', 'ger', ['plc_munich']],
  ['no country by two letters', 'ge', []],
])('finds %s', async (_what, text, expected) => {
  const index = createPlaceIndex({ reference: openReference().reference, clock: createManualClock(0) });
  expect((await index.find({ text, first: 5 })).map(({ id }) => id)).toEqual(expected);
});
