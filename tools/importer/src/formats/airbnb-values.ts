import { nameOf } from '@meridian/platform/values/name';
import type { StayRecord, StayType } from '@meridian/schema/contracts/stay-records';
import { parseNumber, parseWhole } from '../values/parse-number.ts';
import { parseFlag, parseText } from '../values/parse-values.ts';

/** Inside Airbnb writes `$` for the currency of the country, whichever it is. */
export const dollarMeans = 'any currency';

type Get = (column: string) => string;

const kinds: readonly (readonly [RegExp, StayType])[] = [
  [/\bhostel\b/, 'HOSTEL'],
  [/bed and breakfast|\bb&b\b/, 'BED_AND_BREAKFAST'],
  [/\b(hotel|aparthotel|resort|ryokan|heritage hotel)\b/, 'HOTEL'],
  [/\bvilla\b/, 'VILLA'],
  [
    /\b(boat|houseboat|tent|treehouse|yurt|castle|camper|rv|dome|island|cave|lighthouse|tower|train|bus|tipi|windmill|igloo|barn|shipping container|tiny home)\b/,
    'UNIQUE',
  ],
  [/\b(house|home|townhouse|bungalow|cottage|cabin|chalet|farm stay|riad|casa particular)\b/, 'HOUSE'],
];

/**
 * The type of a stay. What it is counts before which part of it is let, for hotels and hostels; otherwise a private or shared room is
 * named so, because that is what a guest gets.
 *
 * @param kind the source's own word: `property_type`, or the title's first word
 */
export const stayTypeOf = (roomType: string, kind: string): StayType => {
  const byKind = kinds.find(([pattern]) => pattern.test(kind.toLowerCase()))?.[1];
  const room = roomType.toLowerCase();
  if (room === 'hotel room') return 'HOTEL';
  if (room === 'shared room') return byKind === 'HOSTEL' ? 'HOSTEL' : 'SHARED_ROOM';
  if (room === 'private room')
    return byKind === 'HOTEL' || byKind === 'HOSTEL' || byKind === 'BED_AND_BREAKFAST' ? byKind : 'PRIVATE_ROOM';
  return byKind ?? 'APARTMENT';
};

const roomTypes = new Set(['entire home/apt', 'private room', 'shared room', 'hotel room']);

/** Whether it is one of Airbnb's four room types, in any case of letters. */
export const isRoomType = (text: string): boolean => roomTypes.has(text.toLowerCase());

const namesOf = (texts: readonly string[]): string[] => texts.map(nameOf).filter((name) => name !== '');

/** `["Wifi", "TV"]`, or in files before 2020 `{Wifi,"Cable TV"}`. */
export const parseAmenities = (text: string): string[] | undefined => {
  if (text === '') return undefined;
  if (text.startsWith('{') && text.endsWith('}')) {
    const names = text.slice(1, -1).match(/"[^"]*"|[^,]+/g) ?? [];
    return namesOf(names.map((name) => name.replaceAll('"', '')));
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed)
      ? namesOf(parsed.filter((name): name is string => typeof name === 'string'))
      : undefined;
  } catch {
    return undefined;
  }
};

/** Until 2020 scores went to 100 and subscores to 10; now all go to 5. */
const toFiveStars = (score: number, scale: number): number | undefined => {
  const stars = score > 5 ? score / (scale / 5) : score;
  return stars >= 0 && stars <= 5 ? Math.round(stars * 100) / 100 : undefined;
};

/**
 * A score from 0 to 5, rounded to hundredths. `oldScale` is what a score above 5 is out of. Undefined for what is no score.
 */
export const parseStars = (text: string, oldScale: 10 | 100): number | undefined => {
  const score = parseNumber(text);
  return score === undefined ? undefined : toFiveStars(score, oldScale);
};

const subratingColumns = ['accuracy', 'cleanliness', 'checkin', 'communication', 'location', 'value'] as const;

/** The subscores that the row has, each from 0 to 5. Undefined when it has none. */
export const subratingsOf = (get: Get): NonNullable<StayRecord['subratings']> | undefined => {
  const stars = subratingColumns.flatMap((name) => {
    const value = parseStars(get(`review_scores_${name}`), 10);
    return value === undefined ? [] : [[name, value] as const];
  });
  return stars.length === 0 ? undefined : Object.fromEntries(stars);
};

/** Nights between 1 and 1125, which is the most that Airbnb knows; larger numbers stand for "any". */
export const nightsLimit = (text: string): number | undefined => {
  const nights = parseWhole(text);
  return nights === undefined || nights < 1 ? undefined : Math.min(nights, 1125);
};

/** The host by number. Names, pictures and texts of hosts are persons' data and are not imported. */
export const hostOf = (get: Get): NonNullable<StayRecord['host']> | undefined => {
  const id = parseText(get('host_id'));
  if (id === undefined) return undefined;
  const [superhost, since] = [parseFlag(get('host_is_superhost')), parseText(get('host_since'))];
  return {
    sourceKey: `airbnb:host:${id}`,
    name: `Host ${id}`,
    ...(superhost === undefined ? {} : { superhost }),
    ...(since === undefined ? {} : { since }),
  };
};
