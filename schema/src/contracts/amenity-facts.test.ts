import { describe, expect, test } from '@jest/globals';
import { amenityFacts } from './amenity-facts.ts';

describe('facts of amenities', () => {
  test.each([
    ['Pets allowed', ['PET_FRIENDLY']],
    ['PETS_ALLOWED', ['PET_FRIENDLY']],
    ['pet-friendly', ['PET_FRIENDLY']],
    ['Free breakfast', ['BREAKFAST']],
    ['near-public-transport', ['NEAR_TRANSIT']],
    ['No pets', []],
    ['Pets not allowed', []],
    ['NO_PETS_ALLOWED', []],
    ['Not suitable for pets', []],
    ['Breakfast not included', []],
    ['Far from the metro', []],
    ['Carpets', []],
    ['Notebook desk', []],
  ])('%s', (amenity, facts) => {
    expect(amenityFacts(['Wifi', amenity])).toEqual(facts);
  });

  test('one name that denies takes nothing from another', () => {
    expect(amenityFacts(['No smoking', 'Breakfast', 'Pets allowed'])).toEqual(['PET_FRIENDLY', 'BREAKFAST']);
  });
});
