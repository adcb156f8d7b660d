import { identified } from '@meridian/schema/contracts/content-hash';
import type { ReviewRecord } from '@meridian/schema/contracts/review-records';
import { createRandom, type Random } from './random.ts';

const names = [
  'Amara',
  'Ben',
  'Chiara',
  'Diego',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Ivo',
  'Jonas',
  'Keiko',
  'Lucia',
  'Mateo',
  'Nora',
  'Omar',
  'Priya',
  'Quentin',
  'Rosa',
  'Sven',
  'Tala',
] as const;

type Voice = Readonly<{ titles: readonly [string, ...string[]]; texts: readonly [string, ...string[]] }>;

/** What is said about a stay or a car, by stars: 1–2, 3, 4, 5. */
const voices: Readonly<Record<'STAY' | 'CAR', readonly [Voice, Voice, Voice, Voice]>> = {
  STAY: [
    {
      titles: ['Not as described', 'Too loud for us'],
      texts: [
        'The street was loud until late and the shower stayed lukewarm.',
        'Smaller than the pictures suggest, and the heating did not work on the first night.',
      ],
    },
    {
      titles: ['Fine for a night', 'Mixed'],
      texts: [
        'Good place on the map, tired furniture. We would stay again for one night.',
        'Friendly people, but breakfast ended too early for us.',
      ],
    },
    {
      titles: ['A good base', 'Would come back'],
      texts: [
        'Clean, easy to find, and ten minutes to everything we wanted to see.',
        'Comfortable bed and a proper desk. Only the lift is slow.',
      ],
    },
    {
      titles: ['Wonderful', 'Exactly right', 'We stayed longer'],
      texts: [
        'Everything was thought of, from the coffee to the blinds. Thank you!',
        'Quiet at night, bright in the morning. The best stay of our trip.',
        'Check-in took two minutes and the view is even better than the pictures.',
      ],
    },
  ],
  CAR: [
    { titles: ['Long wait'], texts: ['We waited almost an hour for the keys.'] },
    { titles: ['Does the job'], texts: ['Older than expected, but it drove well and the price was fair.'] },
    { titles: ['Smooth'], texts: ['Quick handover, clean car, a few scratches that were already noted.'] },
    {
      titles: ['Like new', 'Great car'],
      texts: ['Spotless, full tank, and the return took a minute.', 'A joy on the coast road. We would hire it again.'],
    },
  ],
};

const postedBefore = Date.UTC(2026, 0, 1);
const dayInMs = 86_400_000;

const starsOf = (random: Random): number => {
  const draw = random.next();
  if (draw < 0.05) return random.int(1, 2);
  if (draw < 0.15) return 3;
  return draw < 0.48 ? 4 : 5;
};

const reviewOf = (listingSourceKey: string, kind: 'STAY' | 'CAR', index: number): ReviewRecord => {
  const random = createRandom(`review:${listingSourceKey}:${index}`);
  const rating = starsOf(random);
  const voice = voices[kind][Math.max(rating - 2, 0) as 0 | 1 | 2 | 3];
  const visited = postedBefore - random.int(20, 500) * dayInMs;
  return identified({
    sourceKey: `demo:review:${listingSourceKey.slice('demo:'.length)}:${index}`,
    listingSourceKey,
    authorName: random.pick(names),
    rating,
    title: random.pick(voice.titles),
    text: random.pick(voice.texts),
    visitedOn: new Date(visited).toISOString().slice(0, 10),
    postedAt: visited + random.int(1, 14) * dayInMs + random.int(8, 20) * 3_600_000,
  });
};

/** The reviews of a listing: none for a few, up to five. All older than 2026, so that they do not depend on the day. */
export const reviewsOf = (listingSourceKey: string, kind: 'STAY' | 'CAR'): readonly ReviewRecord[] => {
  const most = kind === 'STAY' ? 5 : 3;
  const count = createRandom(`reviews:${listingSourceKey}`).int(0, most);
  return Array.from({ length: count }, (_, index) => reviewOf(listingSourceKey, kind, index));
};

/** Mean of the stars to two digits, absent without reviews. */
export const ratingOf = (reviews: readonly ReviewRecord[]): Readonly<{ rating?: number; reviewCount: number }> => {
  if (reviews.length === 0) return { reviewCount: 0 };
  const mean = reviews.reduce((sum, { rating }) => sum + rating, 0) / reviews.length;
  return { rating: Math.round(mean * 100) / 100, reviewCount: reviews.length };
};
