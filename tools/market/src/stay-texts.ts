import type { StayType } from '@meridian/schema/contracts/stay-records';
import { createRandom } from './random.ts';

type Words = Readonly<{ city: string; area: string; type: StayType; index: number }>;

const adjectives = [
  'Quiet',
  'Sunny',
  'Bright',
  'Calm',
  'Old',
  'Little',
  'Green',
  'Blue',
  'Corner',
  'Garden',
  'Rooftop',
  'Courtyard',
] as const;
const nouns = [
  'Lantern',
  'Harbour',
  'Linden',
  'Compass',
  'Cedar',
  'Orchard',
  'Swallow',
  'Lighthouse',
  'Juniper',
  'Anchor',
  'Magnolia',
  'Kite',
] as const;
const kinds: Readonly<Partial<Record<StayType, string>>> = {
  APARTMENT: 'apartment',
  HOTEL: 'Hotel',
  HOUSE: 'house',
  BED_AND_BREAKFAST: 'B&B',
  HOSTEL: 'Hostel',
};

/** For example `Hotel Linden, Alfama` or `Sunny apartment in Gracia`. */
export const nameStay = (words: Words): string => {
  const random = createRandom(`name:${words.city}:${words.area}:${words.index}`);
  const kind = kinds[words.type] ?? 'stay';
  const noun = random.pick(nouns);
  if (words.type === 'HOTEL') return `Hotel ${noun} ${words.area}`;
  if (words.type === 'HOSTEL' || words.type === 'BED_AND_BREAKFAST') return `${noun} ${kind} ${words.area}`;
  return `${random.pick(adjectives)} ${kind} ${noun}, ${words.area}`;
};

const openings = [
  'A few minutes on foot from cafés, bakeries and the next stop.',
  'On a side street where the evenings are quiet.',
  'High ceilings, tall windows and a desk by the light.',
  'Run by the same family for many years.',
  'Freshly renovated, with good beds and thick curtains.',
] as const;

/** Two sentences about a stay. The same ones at every start. */
export const describeStay = (words: Words, amenities: readonly string[]): string => {
  const random = createRandom(`text:${words.city}:${words.area}:${words.index}`);
  const kind = words.type === 'APARTMENT' || words.type === 'HOUSE' ? 'home' : 'place';
  const named = amenities.slice(0, 3).map((amenity) => amenity.toLowerCase());
  return `A ${kind} in ${words.area}, ${words.city}. ${random.pick(openings)} Guests find ${named.join(', ')} here.`;
};
