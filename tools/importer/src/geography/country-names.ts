import { countryCodes } from '@meridian/platform/values/country';

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** Names in sources that differ from those of the Unicode CLDR. */
const others: Readonly<Record<string, string>> = {
  'republic of korea': 'KR',
  'democratic people s republic of korea': 'KP',
  burma: 'MM',
  'cote d ivoire': 'CI',
  'ivory coast': 'CI',
  'czech republic': 'CZ',
  'democratic republic of the congo': 'CD',
  'congo kinshasa': 'CD',
  'republic of the congo': 'CG',
  'congo brazzaville': 'CG',
  macau: 'MO',
  'hong kong': 'HK',
  'hong kong sar of china': 'HK',
  'russian federation': 'RU',
  'syrian arab republic': 'SY',
  'lao peoples democratic republic': 'LA',
  turkey: 'TR',
  swaziland: 'SZ',
  'united states of america': 'US',
  macedonia: 'MK',
  'cape verde': 'CV',
  'east timor': 'TL',
  palestine: 'PS',
};

const readNames = (): ReadonlyMap<string, string> => {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const named = countryCodes.map((code): [string, string] => [plain(english.of(code) ?? code), code]);
  return new Map([...named, ...Object.entries(others)]);
};

let names: ReadonlyMap<string, string> | undefined;

/** ISO 3166-1 alpha-2 of an English name of a country, or undefined. */
export const countryByName = (name: string): string | undefined => {
  names ??= readNames();
  return names.get(plain(name));
};
